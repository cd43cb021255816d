package dev.auditlog.export;

import dev.auditlog.canonical.EventJson;
import dev.auditlog.event.Actor;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Failure;
import dev.auditlog.event.Request;
import dev.auditlog.event.Source;
import dev.auditlog.event.Target;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An event as the class API Activity (6003) of the Open Cybersecurity Schema Framework. What it has no place for is unmapped. */
final class OcsfFormat {

    static final String VERSION = "1.8.0";

    private static final int CATEGORY = 6;
    private static final int CLASS = 6003;

    /** The values that its attribute has; the event's own method is unmapped too where it is none of them. */
    private static final Set<String> METHODS =
            Set.of("CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE");

    private OcsfFormat() {}

    static JsonObject of(AuditEvent event) {
        int activity = activity(event);
        String activityName = activityName(event);
        return new Fields()
                .put("activity_id", activity)
                .put("activity_name", activityName)
                .put("category_uid", CATEGORY)
                .put("category_name", "Application Activity")
                .put("class_uid", CLASS)
                .put("class_name", "API Activity")
                .put("type_uid", CLASS * 100 + activity)
                .put("type_name", "API Activity: " + activityName)
                .put("time", event.time().toEpochMilli())
                .put("message", Summary.of(event))
                .put("severity_id", severity(event))
                .put(
                        "severity",
                        List.of("Unknown", "Informational", "Low", "Medium").get(severity(event)))
                .put("status_id", status(event))
                .put("status", List.of("Unknown", "Success", "Failure").get(status(event)))
                .put(
                        "status_code",
                        event.status() == null ? null : event.status().toString())
                .put(
                        "status_detail",
                        event.error() == null ? null : event.error().message())
                .put("metadata", metadata(event))
                .put("actor", actor(event.actor()))
                .put("api", api(event))
                .put("src_endpoint", source(event))
                .put("dst_endpoint", new Fields().put("name", event.node()).put("svc_name", event.application()))
                .put("http_request", httpRequest(event))
                .put("http_response", httpResponse(event))
                .only("resources", resource(event.target()))
                .put("trace", new Fields().put("uid", event.traceId()))
                .put("unmapped", unmapped(event))
                .build();
    }

    private static int activity(AuditEvent event) {
        return switch (event.activity()) {
            case CREATE -> 1;
            case READ -> 2;
            case UPDATE -> 3;
            case DELETE -> 4;
            default -> 99;
        };
    }

    private static String activityName(AuditEvent event) {
        return switch (event.activity()) {
            case CREATE -> "Create";
            case READ -> "Read";
            case UPDATE -> "Update";
            case DELETE -> "Delete";
            default -> "Other";
        };
    }

    private static int severity(AuditEvent event) {
        return switch (event.outcome()) {
            case UNKNOWN -> 0;
            case SUCCESS -> 1;
            case FAILURE -> 2;
            case DENIED, ERROR -> 3;
        };
    }

    private static int status(AuditEvent event) {
        return switch (event.outcome()) {
            case UNKNOWN -> 0;
            case SUCCESS -> 1;
            case DENIED, FAILURE, ERROR -> 2;
        };
    }

    private static Fields metadata(AuditEvent event) {
        Fields metadata = new Fields()
                .put("version", VERSION)
                .put("product", new Fields().put("name", "Audit").put("vendor_name", "dev.auditlog"))
                .put("uid", event.id().toString())
                .put("original_time", EventJson.time(event.time()))
                .put("correlation_uid", event.correlationId())
                .put("log_name", event.chain())
                .put("profiles", event.traceId() == null ? List.of() : List.of("trace"));
        if (event.recordedAt() != null) {
            metadata.put("logged_time", event.recordedAt().toEpochMilli());
        }
        if (event.sequence() > 0 && event.sequence() <= Integer.MAX_VALUE) {
            metadata.put("sequence", event.sequence()); // a type of 32 bits; the whole number is unmapped
        }
        if (event.request() != null) {
            metadata.put("is_truncated", event.request().truncated());
        }
        return metadata;
    }

    private static Fields actor(Actor actor) {
        Fields user = new Fields()
                .put("uid", actor.id())
                .put("name", Summary.idOf(actor))
                .put("full_name", actor.name());
        switch (actor.type()) {
            case USER -> user.put("type_id", 1).put("type", "User");
            case SYSTEM -> user.put("type_id", 3).put("type", "System");
            case SERVICE -> user.put("type_id", 4).put("type", "Service");
            case ANONYMOUS -> user.put("type_id", 99).put("type", "Anonymous");
        }
        user.only("groups", new Fields().put("name", actor.group()));
        return new Fields().put("user", user).put("session", new Fields().put("uid", actor.session()));
    }

    private static Fields api(AuditEvent event) {
        Failure error = event.error();
        Request request = event.request();
        Fields sent = new Fields()
                .put(
                        "uid",
                        Objects.requireNonNullElse(
                                event.correlationId(), event.id().toString()));
        if (request != null && request.data() != null) {
            sent.value("data", EventJson.data(request.data()));
        }
        return new Fields()
                .put("operation", event.operation())
                .put("service", new Fields().put("name", event.application()))
                .put("request", sent)
                .put(
                        "response",
                        new Fields()
                                .put("code", event.status())
                                .put("error", error == null ? null : error.type())
                                .put("error_message", error == null ? null : error.message()));
    }

    /** The schema asks for a source: that of a call without one is the node itself. */
    private static Fields source(AuditEvent event) {
        Source source = event.source();
        if (source == null || source.ip() == null) {
            return new Fields().put("name", event.node());
        }
        Fields endpoint = new Fields().put("ip", source.ip());
        return source.ip().equals(source.peer())
                ? endpoint
                : endpoint.put("proxy_endpoint", new Fields().put("ip", source.peer()));
    }

    private static Fields httpRequest(AuditEvent event) {
        Request request = event.request();
        if (request == null) {
            return new Fields();
        }
        Fields fields = new Fields()
                .put("http_method", METHODS.contains(request.method()) ? request.method() : null)
                .put("uid", event.correlationId())
                .put("url", new Fields().put("path", request.path()).put("query_string", request.query()))
                .put("user_agent", request.userAgent());
        return request.bytes() == null || request.bytes() > Integer.MAX_VALUE
                ? fields
                : fields.put("body_length", request.bytes());
    }

    private static Fields httpResponse(AuditEvent event) {
        return new Fields().put("code", event.request() == null ? null : event.status());
    }

    /** The schema wants a name or an id of a resource; a type as a whole goes by its own name. */
    private static Fields resource(@Nullable Target target) {
        if (target == null) {
            return new Fields();
        }
        Fields resource = new Fields().put("type", target.type()).put("uid", target.id());
        return resource.put("name", target.name() == null && target.id() == null ? target.type() : target.name());
    }

    private static Fields unmapped(AuditEvent event) {
        Fields rest = new Fields()
                .put("chain", event.chain())
                .put("outcome", event.outcome().name())
                .put("transaction", event.transaction().name())
                .put("guarantee", event.guarantee().name())
                .put("durationMicros", event.durationMicros())
                .put(
                        "actor",
                        new Fields()
                                .put("roles", event.actor().roles())
                                .put("auth", event.actor().auth()))
                .put("source", Rest.source(event.source()))
                .put("request", unmapped(event.request()))
                .put("reason", event.reason())
                .put("attributes", Rest.attributes(event))
                .put(
                        "parentId",
                        event.parentId() == null ? null : event.parentId().toString());
        return event.sequence() > 0 ? rest.put("sequence", event.sequence()) : rest;
    }

    private static Fields unmapped(@Nullable Request request) {
        Fields rest = Rest.request(request);
        return request == null || METHODS.contains(request.method()) ? rest : rest.put("method", request.method());
    }
}
