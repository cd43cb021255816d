package dev.auditlog.it.atomic;

import dev.auditlog.Audited;
import dev.auditlog.Outcomes;
import dev.auditlog.it.app.Widget;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;

/** Methods that the EJB container runs on another thread. The guarantee is that of the configuration. */
@Path("threaded/{id}")
@Stateless
public class ThreadedAtomicSession {

    @PersistenceContext
    private EntityManager widgets;

    @POST
    @Asynchronous
    @Audited(operation = "ThreadedAtomic.write", outcomes = Outcomes.ALL)
    public void write(@PathParam("id") String id, @Suspended AsyncResponse response) {
        widgets.persist(new Widget(id));
        response.resume(id);
    }

    @GET
    @Asynchronous
    @Audited(operation = "ThreadedAtomic.read", outcomes = Outcomes.ALL)
    public void read(@PathParam("id") String id, @Suspended AsyncResponse response) {
        response.resume(id);
    }
}
