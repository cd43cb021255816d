package dev.auditlog.capture;

import dev.auditlog.AuditException;
import dev.auditlog.AuditUnavailableException;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The answers that capture gives in place of the application, as problem documents (RFC 9457). */
final class Problems {

    private static final Logger LOG = System.getLogger(Problems.class.getName());
    private static final String TYPE = "application/problem+json";
    private static final String RETRY_AFTER_SECONDS = "5";

    private static final String NOT_RECORDED = problem(
            503,
            "Service Unavailable",
            CaptureMessages.NOT_RECORDED,
            "The call may have been carried out, but its audit event could not be recorded. Look before you repeat it.");
    private static final String NOT_RUN = problem(
            503,
            "Service Unavailable",
            CaptureMessages.NOT_RUN,
            "The call was not carried out, because no audit event can be recorded now. Repeat it later.");
    private static final String NOT_COVERED = problem(
            500,
            "Internal Server Error",
            CaptureMessages.NOT_COVERED,
            "The call was not carried out: audit.coverage.required asks for an event of it, and it would leave none. The"
                    + " application's developer has to add @Audited or @NotAudited to its method.");
    private static final String NO_REASON = problem(
            400,
            "Bad Request",
            CaptureMessages.NO_REASON,
            "This call must say why it is made. Send the header Audit-Reason with the reason, at most 1024 characters.");

    private Problems() {}

    /** Status of the response that tells of a fault. */
    static int statusOf(AuditException fault) {
        return fault instanceof AuditUnavailableException
                ? HttpServletResponse.SC_SERVICE_UNAVAILABLE
                : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    /**
     * Replaces a response that may not leave.
     *
     * @param fault why; null if its event is not durable
     * @param event id of the event that tells of it; null if there is none
     */
    static void replace(HttpServletResponse response, @Nullable AuditException fault, @Nullable UUID event) {
        String text = fault == null ? NOT_RECORDED : of(fault);
        int status = fault == null ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : statusOf(fault);
        try {
            if (response.isCommitted()) {
                return; // the container has answered by itself; nothing can be taken back
            }
            response.reset();
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            response.setStatus(status);
            response.setContentType(TYPE);
            if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
                response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
            }
            if (event != null) {
                response.setHeader(Headers.AUDIT_ID, event.toString());
            }
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.flushBuffer();
        } catch (IOException | IllegalStateException e) {
            LOG.log(Level.DEBUG, "The problem in place of a response could not be sent", e);
        }
    }

    /** Refuses a call before it runs, since no event can be kept. */
    static Response notRun() {
        return unavailable(NOT_RUN);
    }

    /** Answers a call that has run, at least in part, since an event of it could not be kept. */
    static Response notRecorded() {
        return unavailable(NOT_RECORDED);
    }

    private static Response unavailable(String problem) {
        return Response.status(503)
                .type(TYPE)
                .header("Retry-After", RETRY_AFTER_SECONDS)
                .entity(problem)
                .build();
    }

    /** Stops a call before it runs; {@link #replace} tells why when it is closed. */
    static Response stopped(AuditException fault) {
        return Response.status(statusOf(fault)).build();
    }

    /** What is wrong is for the developer to mend, who sees it at the first call; what is away is the operator's. */
    private static String of(AuditException fault) {
        boolean later = fault instanceof AuditUnavailableException;
        String message = fault.getMessage().substring(fault.code().length() + 1);
        String detail = "The call was not carried out, because its audit event cannot be kept together with what it"
                + " changes. " + (later ? "Repeat it later." : message.replace('"', '\''));
        return problem(statusOf(fault), later ? "Service Unavailable" : "Internal Server Error", fault.code(), detail);
    }

    /** Refuses a call of a method that must be covered and is not, which was not known at the start. */
    static Response notCovered() {
        return Response.status(500).type(TYPE).entity(NOT_COVERED).build();
    }

    /** Refuses a call that must say why it is made and does not. */
    static Response noReason() {
        return Response.status(400).type(TYPE).entity(NO_REASON).build();
    }

    private static String problem(int status, String title, String code, String detail) {
        return "{\"type\":\"about:blank\",\"title\":\"" + title + "\",\"status\":" + status + ",\"code\":\"" + code
                + "\",\"detail\":\"" + detail + "\"}";
    }
}
