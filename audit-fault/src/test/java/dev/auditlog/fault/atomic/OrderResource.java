package dev.auditlog.fault.atomic;

import dev.auditlog.Audited;
import dev.auditlog.Guarantee;
import dev.auditlog.Outcomes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;

/** Each method is one way to change something, or to fail at it. */
@Path("order/{key}")
@RequestScoped
@Transactional(rollbackOn = SQLException.class)
@Audited(outcomes = Outcomes.ALL, target = "key", guarantee = Guarantee.ATOMIC)
public class OrderResource {

    @Inject
    private Orders orders;

    @Inject
    private OrderClerk clerk;

    @POST
    @Path("flush")
    public Response flush(@PathParam("key") String key) {
        orders.flush(key);
        return Orders.ran(key);
    }

    @POST
    @Path("persist")
    public Response persist(@PathParam("key") String key) {
        orders.persist(key);
        return Orders.ran(key);
    }

    @POST
    @Path("insert")
    public Response insert(@PathParam("key") String key) throws SQLException {
        orders.insert(key);
        return Orders.ran(key);
    }

    /** The clerk's event is one more, in the same transaction. */
    @POST
    @Path("clerk")
    public Response clerk(@PathParam("key") String key) throws SQLException {
        clerk.check(key);
        orders.insert(key);
        return Orders.ran(key);
    }

    /** The commit is refused. */
    @POST
    @Path("orphan")
    public Response orphan(@PathParam("key") String key) {
        orders.flushOrphan(key);
        return Orders.ran(key);
    }

    @POST
    @Path("throws")
    public Response fail(@PathParam("key") String key) {
        orders.flush(key);
        throw new IllegalStateException("rolls back");
    }

    /** Two transactions at a time, of which the inner one stays. */
    @POST
    @Path("apart")
    public Response apart(@PathParam("key") String key) {
        orders.flushApart(key);
        throw new IllegalStateException("rolls back, but for the order");
    }

    /** Answers when as many calls are here, each with the connection that JPA flushed with. */
    @POST
    @Path("meet/{count}")
    public Response meet(@PathParam("key") String key, @PathParam("count") int count) {
        orders.flush(key);
        Meeting.of(count).await();
        return Orders.ran(key);
    }
}
