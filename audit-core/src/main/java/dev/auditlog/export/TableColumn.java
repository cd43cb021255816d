package dev.auditlog.export;

import dev.auditlog.canonical.EventJson;
import dev.auditlog.event.Actor;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Failure;
import dev.auditlog.event.Request;
import dev.auditlog.event.Source;
import dev.auditlog.event.Target;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One column of events as a table. Named like the member of the event's JSON, with dots; lists, attributes and request
 * data stand as JSON text, so that nothing of them is lost.
 *
 * @param name head of the column
 * @param value what an event has there: a String, a number that is not negative, a Boolean; null where it has nothing
 */
public record TableColumn(String name, Function<AuditEvent, @Nullable Object> value) {

    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());
    private static final List<TableColumn> ALL = List.of(
            column("id", AuditEvent::id),
            column("time", e -> EventJson.time(e.time())),
            column("recordedAt", e -> e.recordedAt() == null ? null : EventJson.time(e.recordedAt())),
            column("application", AuditEvent::application),
            column("node", AuditEvent::node),
            column("chain", AuditEvent::chain),
            column("sequence", e -> e.sequence() > 0 ? e.sequence() : null),
            column("operation", AuditEvent::operation),
            column("activity", AuditEvent::activity),
            column("outcome", AuditEvent::outcome),
            column("transaction", AuditEvent::transaction),
            column("status", AuditEvent::status),
            column("durationMicros", AuditEvent::durationMicros),
            column("guarantee", AuditEvent::guarantee),
            actor("id", Actor::id),
            actor("name", Actor::name),
            actor("type", Actor::type),
            actor("group", Actor::group),
            actor("roles", a -> list(a.roles())),
            actor("auth", Actor::auth),
            actor("session", Actor::session),
            part("target.type", AuditEvent::target, Target::type),
            part("target.id", AuditEvent::target, Target::id),
            part("target.name", AuditEvent::target, Target::name),
            part("source.ip", AuditEvent::source, Source::ip),
            part("source.peer", AuditEvent::source, Source::peer),
            part("source.chain", AuditEvent::source, s -> list(s.chain())),
            part("source.rule", AuditEvent::source, Source::rule),
            part("request.method", AuditEvent::request, Request::method),
            part("request.path", AuditEvent::request, Request::path),
            part("request.route", AuditEvent::request, Request::route),
            part("request.query", AuditEvent::request, Request::query),
            part("request.userAgent", AuditEvent::request, Request::userAgent),
            part("request.contentType", AuditEvent::request, Request::contentType),
            part("request.data", AuditEvent::request, Request::data),
            part("request.bytes", AuditEvent::request, Request::bytes),
            part("request.truncated", AuditEvent::request, Request::truncated),
            part("request.redacted", AuditEvent::request, r -> list(r.redacted())),
            part("error.type", AuditEvent::error, Failure::type),
            part("error.message", AuditEvent::error, Failure::message),
            column("reason", AuditEvent::reason),
            column("attributes", e -> object(e.attributes())),
            column("correlationId", AuditEvent::correlationId),
            column("traceId", AuditEvent::traceId),
            column("parentId", AuditEvent::parentId));

    /** All columns, in the order of the event's JSON. */
    public static List<TableColumn> all() {
        return ALL;
    }

    private static TableColumn column(String name, Function<AuditEvent, @Nullable Object> value) {
        return new TableColumn(name, event -> plain(value.apply(event)));
    }

    private static TableColumn actor(String name, Function<Actor, @Nullable Object> value) {
        return part("actor." + name, AuditEvent::actor, value);
    }

    private static <P> TableColumn part(
            String name, Function<AuditEvent, @Nullable P> part, Function<P, @Nullable Object> value) {
        return column(name, event -> {
            P found = part.apply(event);
            return found == null ? null : value.apply(found);
        });
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }

    private static String list(List<String> values) {
        if (values.isEmpty()) {
            return "[]";
        }
        JsonArrayBuilder json = BUILDERS.createArrayBuilder();
        values.forEach(json::add);
        return json.build().toString();
    }

    private static @Nullable String object(Map<String, String> values) {
        if (values.isEmpty()) {
            return null;
        }
        JsonObjectBuilder json = BUILDERS.createObjectBuilder();
        values.forEach(json::add);
        return json.build().toString();
    }
}
