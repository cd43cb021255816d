package dev.auditlog.it.atomic;

import dev.auditlog.Audited;
import dev.auditlog.Outcomes;
import dev.auditlog.it.app.Widget;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Begins its transaction in code, where nobody sees it. */
@Path("none/{id}")
@RequestScoped
@Audited(outcomes = Outcomes.ALL, targetType = "Widget")
@Produces(MediaType.TEXT_PLAIN)
public class NoTransactionResource {

    @PersistenceContext
    private EntityManager widgets;

    @Resource
    private UserTransaction transaction;

    @POST
    @Path("own")
    public String own(@PathParam("id") String id) throws Exception {
        transaction.begin();
        widgets.persist(new Widget(id));
        transaction.commit();
        return id;
    }

    @GET
    public String read(@PathParam("id") String id) {
        return id;
    }
}
