package dev.auditlog.it.atomic;

import dev.auditlog.Audited;
import dev.auditlog.Outcomes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Is in no transaction itself; the bean below it is. The guarantee is that of the configuration. */
@Path("below/{id}")
@RequestScoped
@Audited(outcomes = Outcomes.ALL, targetType = "Widget")
@Produces(MediaType.TEXT_PLAIN)
public class BelowResource {

    @Inject
    private Ledger ledger;

    @POST
    @Path("commit")
    public String commit(@PathParam("id") String id) {
        ledger.write(id);
        return id;
    }

    @POST
    @Path("rollback")
    public String rollback(@PathParam("id") String id) {
        try {
            ledger.fail(id);
        } catch (RuntimeException rolledBack) {
            return "caught";
        }
        return id;
    }
}
