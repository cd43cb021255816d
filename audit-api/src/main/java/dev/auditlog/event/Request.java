package dev.auditlog.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP request of a call.
 *
 * @param method HTTP method as sent
 * @param path path with the context root, percent-decoded
 * @param route template of the matched resource method within its application, such as {@code /orders/{id}}
 * @param query raw query string without the question mark
 * @param userAgent header of that name
 * @param contentType header of that name
 * @param data recorded request data as JSON text; null where none was asked for or none was read
 * @param bytes size of the body in bytes; null where there was none
 * @param truncated whether anything in the event was cut at a limit
 * @param redacted JSON Pointers (RFC 6901) into {@code data}, and {@code query:name} or the field's name for the rest
 */
public record Request(
        String method,
        String path,
        @Nullable String route,
        @Nullable String query,
        @Nullable String userAgent,
        @Nullable String contentType,
        @Nullable String data,
        @Nullable Long bytes,
        boolean truncated,
        List<String> redacted) {

    public Request {
        redacted = List.copyOf(redacted);
    }
}
