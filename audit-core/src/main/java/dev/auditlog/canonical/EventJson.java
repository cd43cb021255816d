package dev.auditlog.canonical;

import dev.auditlog.event.Actor;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Failure;
import dev.auditlog.event.Request;
import dev.auditlog.event.Source;
import dev.auditlog.event.Target;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event as JSON, member by member in a fixed order.
 *
 * <p>What is absent is left out, and so are empty {@code attributes} and a sequence that is not given yet; the lists
 * {@code roles}, {@code chain} and {@code redacted} and the flag {@code truncated} are always there inside their object.
 * Times are UTC with six digits after the point. Request data stands as the JSON value that it is. Safe for many threads.
 */
public final class EventJson {

    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /** Made once: each call of {@link Json} looks for a provider again. */
    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

    private EventJson() {}

    /** Returns the event as JSON text on one line. */
    public static String text(AuditEvent event) {
        return of(event).toString();
    }

    /** Returns the event as JSON. */
    public static JsonObject of(AuditEvent event) {
        JsonObjectBuilder json = BUILDERS.createObjectBuilder();
        head(json, event);
        json.add("actor", actor(event.actor()));
        if (event.target() != null) {
            json.add("target", target(event.target()));
        }
        if (event.source() != null) {
            json.add("source", source(event.source()));
        }
        if (event.request() != null) {
            json.add("request", request(event.request()));
        }
        if (event.error() != null) {
            json.add("error", error(event.error()));
        }
        tail(json, event);
        return json.build();
    }

    /**
     * Reads what {@link #of} gives. Members that it does not know are passed over.
     *
     * @throws IllegalArgumentException if a member is missing or is not what it must be; the message names it
     */
    public static AuditEvent parse(JsonObject json) {
        return EventReader.event(json);
    }

    /** Returns a time as it stands in an event: UTC with six digits after the point. */
    public static String time(Instant time) {
        return MICROS.format(time);
    }

    /** Returns recorded request data as the JSON value that it is; as a string where it cannot be read. */
    public static JsonValue data(String text) {
        return RequestData.value(text);
    }

    private static void head(JsonObjectBuilder json, AuditEvent event) {
        json.add("id", event.id().toString()).add("time", time(event.time()));
        put(json, "recordedAt", event.recordedAt() == null ? null : time(event.recordedAt()));
        json.add("application", event.application()).add("node", event.node()).add("chain", event.chain());
        if (event.sequence() > 0) {
            json.add("sequence", event.sequence());
        }
        json.add("operation", event.operation())
                .add("activity", event.activity().name())
                .add("outcome", event.outcome().name())
                .add("transaction", event.transaction().name());
        if (event.status() != null) {
            json.add("status", event.status());
        }
        json.add("durationMicros", event.durationMicros())
                .add("guarantee", event.guarantee().name());
    }

    private static void tail(JsonObjectBuilder json, AuditEvent event) {
        put(json, "reason", event.reason());
        if (!event.attributes().isEmpty()) {
            JsonObjectBuilder attributes = BUILDERS.createObjectBuilder();
            event.attributes().forEach(attributes::add);
            json.add("attributes", attributes);
        }
        put(json, "correlationId", event.correlationId());
        put(json, "traceId", event.traceId());
        put(json, "parentId", event.parentId() == null ? null : event.parentId().toString());
    }

    private static JsonObjectBuilder actor(Actor actor) {
        JsonObjectBuilder json = BUILDERS.createObjectBuilder();
        put(json, "id", actor.id());
        put(json, "name", actor.name());
        json.add("type", actor.type().name());
        put(json, "group", actor.group());
        json.add("roles", strings(actor.roles()));
        put(json, "auth", actor.auth());
        put(json, "session", actor.session());
        return json;
    }

    private static JsonObjectBuilder target(Target target) {
        JsonObjectBuilder json = BUILDERS.createObjectBuilder();
        put(json, "type", target.type());
        put(json, "id", target.id());
        put(json, "name", target.name());
        return json;
    }

    private static JsonObjectBuilder source(Source source) {
        JsonObjectBuilder json = BUILDERS.createObjectBuilder();
        put(json, "ip", source.ip());
        put(json, "peer", source.peer());
        return json.add("chain", strings(source.chain())).add("rule", source.rule());
    }

    private static JsonObjectBuilder request(Request request) {
        JsonObjectBuilder json = BUILDERS.createObjectBuilder();
        json.add("method", request.method()).add("path", request.path());
        put(json, "route", request.route());
        put(json, "query", request.query());
        put(json, "userAgent", request.userAgent());
        put(json, "contentType", request.contentType());
        if (request.data() != null) {
            json.add("data", RequestData.value(request.data()));
        }
        if (request.bytes() != null) {
            json.add("bytes", request.bytes());
        }
        return json.add("truncated", request.truncated()).add("redacted", strings(request.redacted()));
    }

    private static JsonObjectBuilder error(Failure error) {
        JsonObjectBuilder json = BUILDERS.createObjectBuilder().add("type", error.type());
        put(json, "message", error.message());
        return json;
    }

    private static void put(JsonObjectBuilder json, String name, @Nullable String value) {
        if (value != null) {
            json.add(name, value);
        }
    }

    private static JsonArrayBuilder strings(List<String> values) {
        JsonArrayBuilder json = BUILDERS.createArrayBuilder();
        values.forEach(json::add);
        return json;
    }
}
