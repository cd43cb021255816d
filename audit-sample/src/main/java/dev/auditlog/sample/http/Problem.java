package dev.auditlog.sample.http;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;
import java.util.Map;

/** An error as the client sees it: an RFC 9457 document that says what was wrong, and never repeats what was sent. */
public final class Problem {

    private static final String TYPE = "application/problem+json";

    private Problem() {}

    /** An exception that ends the call with this status. */
    public static WebApplicationException of(Status status, String detail) {
        return new WebApplicationException(detail, response(status, detail));
    }

    /** The request is wrong: 400. */
    public static WebApplicationException badRequest(String detail) {
        return of(Status.BAD_REQUEST, detail);
    }

    static Response response(StatusType status, String detail) {
        return document(status, Json.createObjectBuilder().add("detail", detail));
    }

    /** A 400 that names each wrong field. */
    static Response invalid(Map<String, String> messages) {
        var errors = Json.createObjectBuilder();
        messages.forEach(errors::add);
        return document(
                Status.BAD_REQUEST,
                Json.createObjectBuilder()
                        .add("detail", "Correct the fields below and send it again.")
                        .add("errors", errors));
    }

    private static Response document(StatusType status, JsonObjectBuilder more) {
        String text = Json.createObjectBuilder()
                .add("title", status.getReasonPhrase())
                .add("status", status.getStatusCode())
                .addAll(more)
                .build()
                .toString();
        return Response.status(status).type(TYPE).entity(text).build();
    }
}
