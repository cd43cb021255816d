package dev.auditlog.it.inside;

import dev.auditlog.AuditContext;
import dev.auditlog.Audited;
import dev.auditlog.Outcomes;
import jakarta.enterprise.concurrent.Asynchronous;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletableFuture;

/** A resource method that Jakarta Concurrency runs on a thread of its own. */
@Path("threaded")
@ApplicationScoped
@Produces(MediaType.TEXT_PLAIN)
public class ThreadedResource {

    @Inject
    private AuditContext audit;

    @GET
    @Asynchronous
    @Audited(operation = "Threaded.read", outcomes = Outcomes.ALL)
    public CompletableFuture<String> read() {
        audit.attribute("step", "1");
        return Asynchronous.Result.complete("from another thread");
    }
}
