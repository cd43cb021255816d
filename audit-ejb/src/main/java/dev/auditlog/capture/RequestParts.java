package dev.auditlog.capture;

import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Request;
import dev.auditlog.event.Source;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of an event that come from the HTTP request around it. */
record RequestParts(Call call) {

    /** Adds source, request and the ids that the client sent along. */
    void addTo(AuditEvent.Draft draft, @Nullable String route) {
        draft.source(source())
                .request(request(route))
                .correlationId(Headers.correlationId(call.request().getHeader("X-Request-ID")))
                .traceId(Headers.traceId(call.request().getHeader("traceparent")));
    }

    Source source() {
        return call.deployment().sources().resolve(call.facts().peer(), this::headerLines);
    }

    private Request request(@Nullable String route) {
        long length = Math.max(call.request().getContentLengthLong(), call.bodyBytes());
        return new Request(
                call.facts().method(),
                call.facts().path(),
                route,
                call.facts().query(),
                call.request().getHeader("User-Agent"),
                call.request().getContentType(),
                null,
                length < 0 ? null : length,
                false,
                List.of());
    }

    private List<String> headerLines(String name) {
        return Collections.list(call.request().getHeaders(name));
    }
}
