package dev.auditlog.it.atomic;

import dev.auditlog.Audited;
import dev.auditlog.Guarantee;
import dev.auditlog.Outcomes;
import dev.auditlog.it.app.Widget;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Map;

/** Methods in a transaction of {@code @Transactional}. */
@Path("tx/{id}")
@RequestScoped
@Transactional
@Audited(outcomes = Outcomes.ALL, targetType = "Widget", guarantee = Guarantee.ATOMIC)
@Produces(MediaType.APPLICATION_JSON)
public class TxAtomicResource {

    @PersistenceContext
    private EntityManager widgets;

    @Inject
    private Ledger ledger;

    @Inject
    private Step step;

    @POST
    @Path("commit")
    public Map<String, String> commit(@PathParam("id") String id) {
        widgets.persist(new Widget(id));
        return Map.of("id", id);
    }

    /** The business work is sent before the event is put into the transaction. */
    @POST
    @Path("flushed")
    public Map<String, String> flushed(@PathParam("id") String id) {
        widgets.persist(new Widget(id));
        widgets.flush();
        return Map.of("id", id);
    }

    @POST
    @Path("throws")
    public Map<String, String> fails(@PathParam("id") String id) {
        widgets.persist(new Widget(id));
        throw new IllegalStateException("rolls back");
    }

    /** Commits, and only successes are asked for: something was changed all the same. */
    @POST
    @Path("conflict")
    @Audited(outcomes = Outcomes.SUCCESS)
    public Response conflict(@PathParam("id") String id) {
        widgets.persist(new Widget(id));
        return Response.status(Response.Status.CONFLICT).build();
    }

    /** The insert is sent at commit, and refused there. */
    @POST
    @Path("flush-fails")
    public Map<String, String> flushFails(@PathParam("id") String id) {
        widgets.persist(new Widget("taken"));
        return Map.of("id", id);
    }

    /** All statements are taken; the commit itself is refused. */
    @POST
    @Path("commit-fails")
    public Map<String, String> commitFails(@PathParam("id") String id) {
        for (int i = 0; i < 2; i++) {
            widgets.createNativeQuery("insert into it_deferred (id) values ('" + id + "')")
                    .executeUpdate();
        }
        return Map.of("id", id);
    }

    /** What was committed apart stays, though the call's own transaction does not. */
    @POST
    @Path("apart")
    @Audited(outcomes = Outcomes.SUCCESS)
    public Map<String, String> apart(@PathParam("id") String id) {
        ledger.writeApart(id);
        throw new IllegalStateException("rolls back");
    }

    @POST
    @Path("apart-too")
    public Map<String, String> apartToo(@PathParam("id") String id) {
        widgets.persist(new Widget(id));
        ledger.writeApart(id + "-apart");
        return Map.of("id", id);
    }

    @POST
    @Path("nested")
    public Map<String, String> nested(@PathParam("id") String id) {
        widgets.persist(new Widget(id));
        return Map.of("id", step.taken(id));
    }

    /** Lets a byte leave in the middle of the transaction. */
    @POST
    @Path("early")
    public void early(@PathParam("id") String id, @Context HttpServletResponse response) throws IOException {
        widgets.persist(new Widget(id));
        response.getOutputStream().print("early");
        response.flushBuffer();
    }

    @POST
    @Path("secured")
    @RolesAllowed("supervisor")
    public Map<String, String> secured(@PathParam("id") String id) {
        widgets.persist(new Widget(id));
        return Map.of("id", id);
    }

    @POST
    @Path("offered")
    @Audited(guarantee = Guarantee.BEST_EFFORT)
    public Map<String, String> offered(@PathParam("id") String id) {
        widgets.persist(new Widget(id));
        return Map.of("id", id);
    }

    @GET
    @Path("exists")
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Map<String, Boolean> exists(@PathParam("id") String id) {
        return Map.of("exists", widgets.find(Widget.class, id) != null);
    }
}
