package dev.auditlog.it.app;

import dev.auditlog.Audited;
import dev.auditlog.Outcomes;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Methods that return before their response is there. */
@Path("async")
@RequestScoped
@Audited(outcomes = Outcomes.ALL)
@Produces(MediaType.APPLICATION_JSON)
public class AsyncResource {

    @Resource
    private ManagedExecutorService executor;

    @GET
    @Path("stage")
    public CompletionStage<Map<String, String>> stage() {
        return CompletableFuture.supplyAsync(() -> Map.of("from", "another thread"), executor);
    }

    @GET
    @Path("stage-done")
    public CompletionStage<Map<String, String>> stageDone() {
        return CompletableFuture.completedFuture(Map.of("from", "this thread"));
    }

    @GET
    @Path("stage-conflict")
    public CompletionStage<Map<String, String>> stageConflict() {
        return failedLater(new ClientErrorException("late", Response.Status.CONFLICT));
    }

    @GET
    @Path("stage-mapped")
    public CompletionStage<Map<String, String>> stageMapped() {
        return failedLater(new TeapotException("late tea"));
    }

    @GET
    @Path("stage-unmapped")
    public CompletionStage<Map<String, String>> stageUnmapped() {
        return failedLater(new IllegalStateException("late"));
    }

    @GET
    @Path("suspended")
    public void suspended(@Suspended AsyncResponse response) {
        executor.execute(() -> response.resume(Map.of("from", "another thread")));
    }

    @GET
    @Path("suspended-mapped")
    public void suspendedMapped(@Suspended AsyncResponse response) {
        later().execute(() -> response.resume(new TeapotException("late tea")));
    }

    @GET
    @Path("suspended-unmapped")
    public void suspendedUnmapped(@Suspended AsyncResponse response) {
        later().execute(() -> response.resume(new IllegalStateException("late")));
    }

    @GET
    @Path("suspended-timeout")
    public void suspendedTimeout(@Suspended AsyncResponse response) {
        response.setTimeout(200, TimeUnit.MILLISECONDS);
    }

    @GET
    @Path("suspended-timeout-handled")
    public void suspendedTimeoutHandled(@Suspended AsyncResponse response) {
        response.setTimeoutHandler(late -> late.resume(Response.accepted().build()));
        response.setTimeout(200, TimeUnit.MILLISECONDS);
    }

    @GET
    @Path("suspended-timeout-fails")
    public void suspendedTimeoutFails(@Suspended AsyncResponse response) {
        response.setTimeoutHandler(late -> late.resume(new IllegalStateException("too late")));
        response.setTimeout(200, TimeUnit.MILLISECONDS);
    }

    @GET
    @Path("suspended-cancelled")
    public void suspendedCancelled(@Suspended AsyncResponse response) {
        later().execute(response::cancel);
    }

    private CompletionStage<Map<String, String>> failedLater(Throwable thrown) {
        CompletableFuture<Map<String, String>> stage = new CompletableFuture<>();
        later().execute(() -> stage.completeExceptionally(thrown));
        return stage;
    }

    /** Well after the thread of the request has gone: Payara's error page depends on which of the two ends first. */
    private Executor later() {
        return CompletableFuture.delayedExecutor(150, TimeUnit.MILLISECONDS, executor);
    }
}
