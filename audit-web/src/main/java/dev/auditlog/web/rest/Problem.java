package dev.auditlog.web.rest;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says to a program what went wrong with its call (RFC 9457). The type is always {@code about:blank}, so the title is
 * that of the status; the code tells the cases apart.
 *
 * @param status HTTP status
 * @param code code of the message, such as {@code AUD-0801}
 * @param detail what was wrong, what is allowed, what to do
 * @param parameter name of the faulty query parameter; null where it is none
 * @param position first faulty character of that parameter, from 0; null where there is none
 * @param allowed what may stand there; empty where that is no list
 */
record Problem(
        int status,
        String code,
        String detail,
        @Nullable String parameter,
        @Nullable Integer position,
        List<String> allowed) {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY_REQUESTS = 429;

    Problem {
        allowed = List.copyOf(allowed);
    }

    static Problem of(int status, String code, String detail) {
        return new Problem(status, code, detail, null, null, List.of());
    }

    /** Returns the document as JSON text. */
    String toJson() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", title(status))
                .add("status", status)
                .add("detail", detail)
                .add("code", code);
        if (parameter != null) {
            json.add("parameter", parameter);
        }
        if (position != null) {
            json.add("position", position);
        }
        if (!allowed.isEmpty()) {
            json.add("allowed", Json.createArrayBuilder(allowed));
        }
        return json.build().toString();
    }

    Response.ResponseBuilder toResponse() {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .header("Cache-Control", "no-store")
                .entity(toJson());
    }

    private static String title(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        if (known != null) {
            return known.getReasonPhrase();
        }
        return switch (status) {
            case UNPROCESSABLE -> "Unprocessable Content";
            case TOO_MANY_REQUESTS -> "Too Many Requests";
            default -> "Error";
        };
    }
}
