package dev.auditlog.it.inside;

import dev.auditlog.Audited;
import dev.auditlog.Outcomes;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.MediaType;

/** A resource method that the EJB container runs on a thread of its own. */
@Path("threaded-session")
@Stateless
@Produces(MediaType.TEXT_PLAIN)
public class ThreadedSession {

    @GET
    @Asynchronous
    @Audited(operation = "ThreadedSession.read", outcomes = Outcomes.ALL)
    public void read(@Suspended AsyncResponse response) {
        response.resume("from another thread");
    }
}
