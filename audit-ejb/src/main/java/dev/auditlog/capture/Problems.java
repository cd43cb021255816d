package dev.auditlog.capture;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;

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
    private static final String NO_REASON = problem(
            400,
            "Bad Request",
            CaptureMessages.NO_REASON,
            "This call must say why it is made. Send the header Audit-Reason with the reason, at most 1024 characters.");

    private Problems() {}

    /** Replaces a response that may not leave, since its event is not durable. */
    static void notRecorded(HttpServletResponse response) {
        try {
            if (response.isCommitted()) {
                return; // the container has answered by itself; nothing can be taken back
            }
            response.reset();
            byte[] body = NOT_RECORDED.getBytes(StandardCharsets.UTF_8);
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setContentType(TYPE);
            response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.flushBuffer();
        } catch (IOException | IllegalStateException e) {
            LOG.log(Level.DEBUG, "The 503 of an unrecorded call could not be sent", e);
        }
    }

    /** Refuses a call before it runs, since no event can be kept. */
    static Response notRun() {
        return Response.status(503)
                .type(TYPE)
                .header("Retry-After", RETRY_AFTER_SECONDS)
                .entity(NOT_RUN)
                .build();
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
