package dev.auditlog.it.atomic;

import dev.auditlog.Audited;
import dev.auditlog.Guarantee;
import dev.auditlog.Outcomes;
import dev.auditlog.it.app.Widget;
import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** Methods of a session bean, whose transaction ends outside of every interceptor. */
@Path("session/{id}")
@Stateless
@Audited(outcomes = Outcomes.ALL, targetType = "Widget", guarantee = Guarantee.ATOMIC)
@Produces(MediaType.APPLICATION_JSON)
public class SessionAtomicResource {

    @PersistenceContext
    private EntityManager widgets;

    @Resource
    private SessionContext session;

    @POST
    @Path("commit")
    public Map<String, String> commit(@PathParam("id") String id) {
        widgets.persist(new Widget(id));
        return Map.of("id", id);
    }

    @POST
    @Path("rollback-only")
    public Map<String, String> rollbackOnly(@PathParam("id") String id) {
        widgets.persist(new Widget(id));
        session.setRollbackOnly();
        return Map.of("id", id);
    }
}
