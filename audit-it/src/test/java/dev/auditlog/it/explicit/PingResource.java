package dev.auditlog.it.explicit;

import dev.auditlog.Audited;
import dev.auditlog.Outcomes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** The one resource. */
@Path("pings")
public class PingResource {

    @GET
    @Path("{id}")
    @Audited(outcomes = Outcomes.ALL)
    public String ping(@PathParam("id") int id) {
        return "pong";
    }
}
