package dev.auditlog.export;

import dev.auditlog.canonical.EventJson;
import dev.auditlog.event.Actor;
import dev.auditlog.event.ActorType;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Request;
import dev.auditlog.event.Source;
import dev.auditlog.event.Target;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An event as a CADF activity event. What CADF has no property for stands in its attachment {@code event}. */
final class CadfFormat {

    private static final String EVENT = "http://schemas.dmtf.org/cloud/audit/1.0/event";
    private static final String HTTP_STATUS = "https://www.iana.org/assignments/http-status-codes";
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9._~-]+");

    private CadfFormat() {}

    static JsonObject of(AuditEvent event) {
        Fields json = new Fields()
                .put("typeURI", EVENT)
                .put("id", event.id().toString())
                .put("eventType", "activity")
                .put("eventTime", time(event.time()))
                .put("action", action(event))
                .put("outcome", Summary.outcome(event))
                .put("name", event.operation());
        if (event.status() != null) {
            json.put(
                    "reason",
                    new Fields()
                            .put("reasonType", HTTP_STATUS)
                            .put("reasonCode", event.status().toString()));
        }
        json.put("initiator", initiator(event)).put("target", target(event)).put("observer", observer(event));
        if (event.recordedAt() != null) {
            Fields step = new Fields()
                    .put("role", "observer")
                    .put("reporterTime", time(event.recordedAt()))
                    .put("reporterId", event.chain());
            json.only("reporterchain", step);
        }
        return json.only("measurements", duration(event))
                .only("attachments", attachment("event", rest(event)))
                .build();
    }

    /** CADF writes the zone as an offset. */
    private static String time(Instant instant) {
        return EventJson.time(instant).replace("Z", "+00:00");
    }

    private static String action(AuditEvent event) {
        return switch (event.activity()) {
            case CREATE -> "create";
            case READ -> "read";
            case UPDATE -> "update";
            case DELETE -> "delete";
            default -> "unknown";
        };
    }

    private static Fields initiator(AuditEvent event) {
        Actor actor = event.actor();
        Source source = event.source();
        Request request = event.request();
        return new Fields()
                .put("id", Summary.idOf(actor))
                .put("typeURI", actor.type() == ActorType.USER ? "service/security/account/user" : "service")
                .put("name", actor.name())
                .put("domain", actor.group())
                .put(
                        "host",
                        new Fields()
                                .put("address", source == null ? null : source.ip())
                                .put("agent", request == null ? null : request.userAgent()));
    }

    /** CADF asks for a target: that of a call about no object is the application. */
    private static Fields target(AuditEvent event) {
        Target target = event.target();
        if (target == null) {
            return new Fields()
                    .put("id", event.application())
                    .put("typeURI", "service")
                    .put("name", event.application());
        }
        String type = target.type();
        boolean fits = type != null && SEGMENT.matcher(type).matches();
        String id = target.id() == null ? type : target.id();
        return new Fields()
                .put("id", Objects.requireNonNullElse(id, event.application()))
                .put("typeURI", fits ? "data/" + type : "data")
                .put("name", target.name());
    }

    private static Fields observer(AuditEvent event) {
        return new Fields()
                .put("id", event.chain())
                .put("typeURI", "service/security")
                .put("name", event.application())
                .put("host", new Fields().put("id", event.node()));
    }

    private static Fields duration(AuditEvent event) {
        return new Fields()
                .put("result", event.durationMicros())
                .put(
                        "metric",
                        new Fields()
                                .put("metricId", "durationMicros")
                                .put("unit", "us")
                                .put("name", "duration"));
    }

    private static Fields attachment(String name, Fields content) {
        return new Fields()
                .put("typeURI", "urn:dev.auditlog:" + name)
                .put("name", name)
                .put("content", content);
    }

    private static Fields rest(AuditEvent event) {
        Actor actor = event.actor();
        Fields rest = new Fields()
                .put("activity", event.activity().name())
                .put("outcome", event.outcome().name())
                .put("transaction", event.transaction().name())
                .put("guarantee", event.guarantee().name())
                .put(
                        "actor",
                        new Fields()
                                .put("type", actor.type().name())
                                .put("roles", actor.roles())
                                .put("auth", actor.auth())
                                .put("session", actor.session()))
                .put(
                        "target",
                        new Fields()
                                .put(
                                        "type",
                                        event.target() == null
                                                ? null
                                                : event.target().type()))
                .put("source", Rest.source(event.source()))
                .put("request", request(event.request()))
                .put("error", error(event))
                .put("reason", event.reason())
                .put("attributes", Rest.attributes(event))
                .put("correlationId", event.correlationId())
                .put("traceId", event.traceId())
                .put(
                        "parentId",
                        event.parentId() == null ? null : event.parentId().toString());
        return event.sequence() > 0 ? rest.put("sequence", event.sequence()) : rest;
    }

    private static Fields request(@Nullable Request request) {
        if (request == null) {
            return new Fields();
        }
        Fields fields = Rest.request(request)
                .put("method", request.method())
                .put("path", request.path())
                .put("query", request.query());
        return request.data() == null ? fields : fields.value("data", EventJson.data(request.data()));
    }

    private static Fields error(AuditEvent event) {
        return event.error() == null
                ? new Fields()
                : new Fields()
                        .put("type", event.error().type())
                        .put("message", event.error().message());
    }
}
