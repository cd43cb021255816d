package dev.auditlog.fault.atomic;

import dev.auditlog.Audited;
import dev.auditlog.Guarantee;
import dev.auditlog.Outcomes;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** The same in a session bean, whose transaction ends outside of every interceptor. */
@Path("session-order/{key}")
@Stateless
@Audited(outcomes = Outcomes.ALL, target = "key", guarantee = Guarantee.ATOMIC)
public class SessionOrderResource {

    @Inject
    private Orders orders;

    @POST
    @Path("flush")
    public Response flush(@PathParam("key") String key) {
        orders.flush(key);
        return Orders.ran(key);
    }

    @POST
    @Path("orphan")
    public Response orphan(@PathParam("key") String key) {
        orders.flushOrphan(key);
        return Orders.ran(key);
    }
}
