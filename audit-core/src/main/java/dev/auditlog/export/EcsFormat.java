package dev.auditlog.export;

import dev.auditlog.canonical.EventJson;
import dev.auditlog.event.Actor;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Request;
import dev.auditlog.event.Source;
import dev.auditlog.event.Target;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An event in the Elastic Common Schema. What it has no field for stands in a field set of our own, {@code auditlog}, and
 * attributes are labels.
 */
final class EcsFormat {

    static final String VERSION = "9.4.0";

    private EcsFormat() {}

    static JsonObject of(AuditEvent event) {
        return new Fields()
                .put("@timestamp", EventJson.time(event.time()))
                .put("ecs", new Fields().put("version", VERSION))
                .put("message", Summary.of(event))
                .put("event", event(event))
                .put("user", user(event.actor()))
                .put("source", source(event.source()))
                .put("http", http(event))
                .put("url", url(event.request()))
                .put(
                        "user_agent",
                        new Fields()
                                .put(
                                        "original",
                                        event.request() == null
                                                ? null
                                                : event.request().userAgent()))
                .put("error", error(event))
                .put(
                        "service",
                        new Fields()
                                .put("name", event.application())
                                .put("node", new Fields().put("name", event.node())))
                .put("trace", new Fields().put("id", event.traceId()))
                .put("related", related(event))
                .put("labels", labels(event))
                .put("auditlog", own(event))
                .build();
    }

    private static Fields event(AuditEvent event) {
        Fields fields = new Fields()
                .put("id", event.id().toString())
                .put("kind", "event")
                .put("category", List.of("api"))
                .put("type", types(event))
                .put("action", event.operation())
                .put("outcome", Summary.outcome(event))
                .put("provider", event.application())
                .put("module", "auditlog")
                .put("dataset", "auditlog.event")
                .put("created", event.recordedAt() == null ? null : EventJson.time(event.recordedAt()))
                .put("duration", TimeUnit.MICROSECONDS.toNanos(event.durationMicros()))
                .put("reason", event.reason());
        return event.sequence() > 0 ? fields.put("sequence", event.sequence()) : fields;
    }

    private static List<String> types(AuditEvent event) {
        String type =
                switch (event.activity()) {
                    case CREATE -> "creation";
                    case READ -> "access";
                    case UPDATE -> "change";
                    case DELETE -> "deletion";
                    default -> "info";
                };
        return switch (event.outcome()) {
            case DENIED -> List.of(type, "denied");
            default -> List.of(type);
        };
    }

    private static Fields user(Actor actor) {
        return new Fields()
                .put("id", actor.id())
                .put("name", Summary.idOf(actor))
                .put("full_name", actor.name())
                .put("group", new Fields().put("name", actor.group()))
                .put("roles", actor.roles());
    }

    private static Fields source(@Nullable Source source) {
        return source == null
                ? new Fields()
                : new Fields().put("address", source.ip()).put("ip", source.ip());
    }

    private static Fields http(AuditEvent event) {
        Request request = event.request();
        if (request == null) {
            return new Fields();
        }
        Fields body = new Fields().put("content", request.data());
        if (request.bytes() != null) {
            body.put("bytes", request.bytes());
        }
        return new Fields()
                .put(
                        "request",
                        new Fields()
                                .put("method", request.method())
                                .put("id", event.correlationId())
                                .put("body", body))
                .put("response", new Fields().put("status_code", event.status()));
    }

    private static Fields url(@Nullable Request request) {
        return request == null
                ? new Fields()
                : new Fields().put("path", request.path()).put("query", request.query());
    }

    private static Fields error(AuditEvent event) {
        return event.error() == null
                ? new Fields()
                : new Fields()
                        .put("type", event.error().type())
                        .put("message", event.error().message());
    }

    private static Fields related(AuditEvent event) {
        Source source = event.source();
        List<String> addresses = source == null
                ? List.of()
                : Stream.of(source.ip(), source.peer())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        String user = event.actor().id();
        return new Fields().put("ip", addresses).put("user", user == null ? List.of() : List.of(user));
    }

    /** A dot in the name of a label would make it an object, so it becomes a line. */
    private static Fields labels(AuditEvent event) {
        Map<String, String> labels = new TreeMap<>();
        for (Map.Entry<String, String> attribute : event.attributes().entrySet()) {
            String name = attribute.getKey().replace('.', '_');
            while (labels.containsKey(name)) {
                name += "_";
            }
            labels.put(name, attribute.getValue());
        }
        Fields fields = new Fields();
        labels.forEach(fields::put);
        return fields;
    }

    private static Fields own(AuditEvent event) {
        Actor actor = event.actor();
        return new Fields()
                .put("chain", event.chain())
                .put("activity", event.activity().name())
                .put("outcome", event.outcome().name())
                .put("transaction", event.transaction().name())
                .put("guarantee", event.guarantee().name())
                .put(
                        "actor",
                        new Fields()
                                .put("type", actor.type().name())
                                .put("auth", actor.auth())
                                .put("session", actor.session()))
                .put("target", target(event.target()))
                .put("source", Rest.source(event.source()))
                .put("request", Rest.request(event.request()))
                .put(
                        "parentId",
                        event.parentId() == null ? null : event.parentId().toString());
    }

    private static Fields target(@Nullable Target target) {
        return target == null
                ? new Fields()
                : new Fields().put("type", target.type()).put("id", target.id()).put("name", target.name());
    }
}
