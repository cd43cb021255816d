package dev.auditlog.fault.app;

import dev.auditlog.Audited;
import dev.auditlog.Auditor;
import dev.auditlog.Outcomes;
import dev.auditlog.event.AuditEvent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;

/** Has a connection of the pool, and asks for an event while it has it. */
@Path("inside/{key}")
@RequestScoped
@Transactional
@Audited(outcomes = Outcomes.ALL, target = "key")
public class InsideResource {

    @Inject
    private OrderTable orders;

    @Inject
    private Clerk clerk;

    @Inject
    private Auditor auditor;

    @POST
    @Path("nothing")
    public Response nothing(@PathParam("key") String key) throws SQLException {
        orders.insert(key, null);
        return ran(key);
    }

    @POST
    @Path("bean")
    public Response bean(@PathParam("key") String key) throws SQLException {
        orders.insert(key, null);
        clerk.check(key);
        return ran(key);
    }

    @POST
    @Path("auditor")
    public Response auditor(@PathParam("key") String key) throws SQLException {
        orders.insert(key, null);
        auditor.record(AuditEvent.draft("Order.placed"));
        return ran(key);
    }

    private static Response ran(String key) {
        return Response.ok("ran").header(WorkResource.RAN, key).build();
    }
}
