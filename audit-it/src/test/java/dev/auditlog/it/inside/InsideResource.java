package dev.auditlog.it.inside;

import dev.auditlog.AuditContext;
import dev.auditlog.Audited;
import dev.auditlog.Auditor;
import dev.auditlog.Data;
import dev.auditlog.Outcomes;
import dev.auditlog.Reason;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.it.app.Order;
import dev.auditlog.it.app.Part;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.ExecutionException;

/** Uses what the library offers to the code. */
@Path("inside")
@RequestScoped
@Produces(MediaType.TEXT_PLAIN)
public class InsideResource {

    @Inject
    private AuditContext audit;

    @Inject
    private Auditor auditor;

    @Inject
    private Work work;

    @Inject
    private SessionWork sessionWork;

    @Inject
    private ApartWork apartWork;

    @Resource
    private ManagedExecutorService executor;

    @GET
    @Path("context")
    @Audited(outcomes = Outcomes.ALL)
    public String context() {
        audit.target("Invoice", "I-9").targetName("March").reason("month's end").attribute("tenant", "north");
        return "context";
    }

    @GET
    @Path("nested")
    @Audited(outcomes = Outcomes.ALL)
    public String nested() {
        return work.done("nested");
    }

    @GET
    @Path("nested-failure")
    @Audited(outcomes = Outcomes.ALL)
    public String nestedFailure() {
        try {
            return work.failed("nested");
        } catch (IllegalStateException e) {
            return "caught";
        }
    }

    @GET
    @Path("nested-in-unaudited")
    public String nestedInUnaudited() {
        return work.done("alone");
    }

    @GET
    @Path("session-in-unaudited")
    public String sessionInUnaudited() {
        sessionWork.done();
        return "done";
    }

    /** Answers from a thread that serves no request. */
    @GET
    @Path("later-in-unaudited")
    public void laterInUnaudited(@Suspended AsyncResponse response) {
        executor.submit(() -> {
            try {
                response.resume(work.done("later"));
            } catch (RuntimeException thrown) {
                response.resume(thrown);
            }
        });
    }

    @POST
    @Path("reason")
    @Audited(outcomes = Outcomes.ALL, reason = Reason.REQUIRED, data = Data.REQUEST)
    public String reason(Order order) {
        return "ran";
    }

    @Path("guarded")
    @Audited(outcomes = Outcomes.ALL, reason = Reason.REQUIRED)
    public Part guarded() {
        return new Part("guarded");
    }

    /** Calls audited beans on a thread that serves no request. */
    @GET
    @Path("outside")
    public String outside(@QueryParam("call") String call) throws InterruptedException {
        try {
            return executor.submit(() -> run(call)).get();
        } catch (ExecutionException e) {
            return "threw";
        }
    }

    private String run(String call) {
        switch (call) {
            case "done" -> work.done("outside");
            case "failed" -> work.failed("outside");
            case "failed-quietly" -> work.failedQuietly("outside");
            case "session-done" -> sessionWork.done();
            case "session-rolled-back" -> sessionWork.rolledBack();
            case "apart" -> sessionWork.rolledBackAround(apartWork);
            case "record" -> {
                return auditor.record(AuditEvent.draft("Batch.import").target("File", "f-1"));
            }
            default -> throw new IllegalArgumentException(call);
        }
        return "returned";
    }

    @GET
    @Path("record")
    public String record() {
        return auditor.record(AuditEvent.draft("Batch.signIn").attribute("step", "1"));
    }
}
