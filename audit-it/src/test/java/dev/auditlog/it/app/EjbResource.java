package dev.auditlog.it.app;

import dev.auditlog.Audited;
import dev.auditlog.Outcomes;
import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Methods of a session bean, whose transaction ends outside of every interceptor. */
@Path("ejb/{id}")
@Stateless
@Audited(outcomes = Outcomes.ALL, targetType = "Widget")
@Produces(MediaType.APPLICATION_JSON)
public class EjbResource {

    @PersistenceContext
    private EntityManager widgets;

    @Resource
    private SessionContext session;

    @Resource
    private TransactionSynchronizationRegistry transaction;

    @POST
    @Path("commit")
    public Map<String, String> commit(@PathParam("id") String id) {
        widgets.persist(new Widget(id));
        return Map.of("id", id);
    }

    @POST
    @Path("commit-violates-key")
    public Map<String, String> commitViolatesKey(@PathParam("id") String id) {
        widgets.persist(new Widget("taken"));
        return Map.of("id", id);
    }

    @POST
    @Path("commit-fails")
    public Map<String, String> commitFails(@PathParam("id") String id) {
        transaction.registerInterposedSynchronization(new TxResource.FailingAtCommit());
        return Map.of("id", id);
    }

    @POST
    @Path("runtime-exception")
    public Map<String, String> runtimeException(@PathParam("id") String id) {
        widgets.persist(new Widget(id));
        throw new IllegalStateException("rolls back");
    }

    @POST
    @Path("application-exception")
    public Map<String, String> applicationException(@PathParam("id") String id) throws TeapotException {
        widgets.persist(new Widget(id));
        throw new TeapotException("commits");
    }

    @POST
    @Path("conflict-thrown")
    public Map<String, String> conflictThrown(@PathParam("id") String id) {
        throw new ClientErrorException("rolls back", Response.Status.CONFLICT);
    }

    @POST
    @Path("rollback-only")
    public Map<String, String> rollbackOnly(@PathParam("id") String id) {
        widgets.persist(new Widget(id));
        session.setRollbackOnly();
        return Map.of("id", id);
    }
}
