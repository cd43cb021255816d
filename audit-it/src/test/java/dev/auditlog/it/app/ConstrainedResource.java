package dev.auditlog.it.app;

import dev.auditlog.Audited;
import dev.auditlog.Outcomes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Behind a constraint of web.xml, which refuses before any filter of the application. */
@Path("constrained")
@RequestScoped
public class ConstrainedResource {

    @GET
    @Audited(outcomes = Outcomes.ALL)
    public String read() {
        return "for supervisors";
    }
}
