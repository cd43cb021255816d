package dev.auditlog.redact;

import dev.auditlog.event.Actor;
import dev.auditlog.event.ActorType;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Failure;
import dev.auditlog.event.Request;
import dev.auditlog.event.Source;
import dev.auditlog.event.Target;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Raw events and what becomes of them. */
final class RedactionFixture {

    static final String JSON = "application/json";

    private RedactionFixture() {}

    static AuditEvent.Draft anEvent() {
        return AuditEvent.draft("OrderResource.create")
                .id(new UUID(0x01935f0000007000L, 0x8000000000000001L))
                .time(Instant.parse("2026-11-24T21:59:05.123456Z"))
                .application("sample")
                .node("host-1")
                .actor(new Actor("alice", "Alice Doe", ActorType.USER, "sales", List.of("clerk"), "BASIC", null))
                .target(new Target("Order", "42", null))
                .source(new Source("203.0.113.7", "127.0.0.1", List.of("203.0.113.7"), "X-Forwarded-For"))
                .request(aRequest("/sample/api/orders", null, JSON));
    }

    static Request aRequest(String path, @Nullable String query, @Nullable String contentType) {
        return new Request("POST", path, "/orders", query, "curl/8", contentType, null, null, false, List.of());
    }

    static AuditEvent redact(AuditEvent.Draft raw, CapturedBody body) {
        return Redactors.standard().redact(raw.toEvent(), body, Set.of());
    }

    static AuditEvent ofBody(String contentType, String body) {
        return redact(anEvent(), capture(contentType, null, body.getBytes(StandardCharsets.UTF_8)));
    }

    static AuditEvent ofQuery(String query) {
        return redact(anEvent().request(aRequest("/sample/api/orders", query, null)), CapturedBody.none());
    }

    static AuditEvent ofError(String message) {
        return redact(anEvent().error(new Failure("java.lang.Exception", message)), CapturedBody.none());
    }

    static CapturedBody capture(@Nullable String contentType, @Nullable String encoding, byte[] body) {
        return capture(contentType, encoding, body, 64 * 1024);
    }

    static CapturedBody capture(@Nullable String contentType, @Nullable String encoding, byte[] body, int cap) {
        BodyCapture capture = BodyCapture.open(contentType, encoding, cap);
        capture.accept(body, 0, body.length);
        return capture.finish(body.length, true);
    }

    static String data(AuditEvent event) {
        Request request = event.request();
        String data = request == null ? null : request.data();
        return data == null ? "none" : data;
    }

    static JsonValue json(String text) {
        try (var parser = Json.createParser(new StringReader(text))) {
            parser.next();
            return parser.getValue();
        }
    }

    /** Every text of an event that goes into the database, one per line. */
    static String texts(AuditEvent event) {
        List<Object> all = new ArrayList<>();
        all.add(event.operation());
        Actor actor = event.actor();
        all.addAll(Arrays.asList(actor.id(), actor.name(), actor.group(), actor.roles(), actor.auth()));
        Target target = event.target();
        if (target != null) {
            all.addAll(Arrays.asList(target.type(), target.id(), target.name()));
        }
        Source source = event.source();
        if (source != null) {
            all.addAll(Arrays.asList(source.ip(), source.peer(), source.chain()));
        }
        Request request = event.request();
        if (request != null) {
            all.addAll(Arrays.asList(request.method(), request.path(), request.route(), request.query()));
            all.addAll(Arrays.asList(request.userAgent(), request.contentType(), request.data(), request.redacted()));
        }
        Failure error = event.error();
        if (error != null) {
            all.addAll(Arrays.asList(error.type(), error.message()));
        }
        all.addAll(Arrays.asList(event.reason(), event.attributes(), event.correlationId(), event.traceId()));
        return all.stream().map(String::valueOf).collect(Collectors.joining("\n"));
    }
}
