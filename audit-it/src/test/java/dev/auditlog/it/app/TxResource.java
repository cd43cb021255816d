package dev.auditlog.it.app;

import dev.auditlog.Audited;
import dev.auditlog.Outcomes;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Map;

/** Methods in a transaction of {@code @Transactional}, on the application's own persistence unit. */
@Path("tx/{id}")
@RequestScoped
@Transactional
@Audited(outcomes = Outcomes.ALL, targetType = "Widget")
@Produces(MediaType.APPLICATION_JSON)
public class TxResource {

    @PersistenceContext
    private EntityManager widgets;

    @Resource
    private TransactionSynchronizationRegistry transaction;

    @POST
    @Path("commit")
    public Map<String, String> commit(@PathParam("id") String id) {
        widgets.persist(new Widget(id));
        return Map.of("id", id);
    }

    @GET
    @Path("exists")
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Map<String, Boolean> exists(@PathParam("id") String id) {
        return Map.of("exists", widgets.find(Widget.class, id) != null);
    }

    /** The insert is sent at commit only, where the key is found to be taken. */
    @POST
    @Path("commit-violates-key")
    public Map<String, String> commitViolatesKey(@PathParam("id") String id) {
        widgets.persist(new Widget("taken"));
        return Map.of("id", id);
    }

    @POST
    @Path("commit-fails")
    public Map<String, String> commitFails(@PathParam("id") String id) {
        widgets.persist(new Widget(id));
        transaction.registerInterposedSynchronization(new FailingAtCommit());
        return Map.of("id", id);
    }

    @POST
    @Path("runtime-exception")
    public Map<String, String> runtimeException(@PathParam("id") String id) {
        widgets.persist(new Widget(id));
        throw new IllegalStateException("rolls back");
    }

    @POST
    @Path("checked-exception")
    public Map<String, String> checkedException(@PathParam("id") String id) throws IOException {
        widgets.persist(new Widget(id));
        throw new IOException("commits");
    }

    @POST
    @Path("conflict-thrown")
    public Map<String, String> conflictThrown(@PathParam("id") String id) {
        widgets.persist(new Widget(id));
        throw new ClientErrorException("rolls back", Response.Status.CONFLICT);
    }

    @POST
    @Path("conflict-returned")
    public Response conflictReturned(@PathParam("id") String id) {
        widgets.persist(new Widget(id));
        return Response.status(Response.Status.CONFLICT).build();
    }

    @POST
    @Path("rollback-only")
    public Map<String, String> rollbackOnly(@PathParam("id") String id) {
        widgets.persist(new Widget(id));
        transaction.setRollbackOnly();
        return Map.of("id", id);
    }

    /** Waits in the middle of the transaction for the test. */
    @POST
    @Path("held")
    public Map<String, String> held(@PathParam("id") String id) {
        widgets.persist(new Widget(id));
        widgets.flush();
        Gates.ran(id);
        Gates.await(id);
        throw new IllegalStateException("rolls back after the wait");
    }

    /** Fails while the transaction is being completed. */
    static final class FailingAtCommit implements Synchronization {
        @Override
        public void beforeCompletion() {
            throw new IllegalStateException("commit fails");
        }

        @Override
        public void afterCompletion(int status) {
            // nothing to clean up
        }
    }
}
