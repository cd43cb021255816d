package dev.auditlog.export;

import dev.auditlog.event.Actor;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Request;
import dev.auditlog.event.Source;
import dev.auditlog.event.Target;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An event as one line of CEF. Keys are those of its dictionary where it has one; others begin with {@code auditlog}, as
 * it asks of keys of one's own.
 */
final class CefFormat {

    private CefFormat() {}

    static String of(AuditEvent event) {
        StringBuilder line = new StringBuilder(1_024).append("CEF:0|dev.auditlog|Audit|1.0");
        header(line, event.operation());
        header(line, Summary.of(event));
        line.append('|').append(severity(event)).append('|');
        CefExtension extension = new CefExtension(line);
        event(extension, event);
        actor(extension, event.actor());
        target(extension, event.target());
        source(extension, event.source());
        request(extension, event.request());
        own(extension, event);
        return line.toString();
    }

    /** A header stays on its line: what breaks lines becomes a blank. */
    private static void header(StringBuilder line, String text) {
        line.append('|');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\', '|' -> line.append('\\').append(c);
                case '\n', '\r' -> line.append(' ');
                default -> line.append(c);
            }
        }
    }

    private static int severity(AuditEvent event) {
        return switch (event.outcome()) {
            case SUCCESS -> 2;
            case UNKNOWN -> 3;
            case FAILURE -> 4;
            case DENIED, ERROR -> 6;
        };
    }

    private static void event(CefExtension extension, AuditEvent event) {
        extension
                .put("externalId", event.id())
                .put("rt", event.time().toEpochMilli())
                .put("cat", event.activity())
                .put("act", event.operation())
                .put("outcome", event.outcome())
                .put("app", event.request() == null ? null : "HTTP")
                .put("dvchost", event.node())
                .put("destinationServiceName", event.application())
                .put("reason", event.reason())
                .put("msg", event.error() == null ? null : event.error().message());
        Instant recorded = event.recordedAt();
        extension.labelled("deviceCustomDate1", "recordedAt", recorded == null ? null : recorded.toEpochMilli());
        extension.labelled("cn1", "status", event.status());
        extension.labelled("cn2", "durationMicros", event.durationMicros());
        extension.labelled("cn3", "sequence", event.sequence() > 0 ? event.sequence() : null);
    }

    private static void actor(CefExtension extension, Actor actor) {
        extension
                .put("suid", actor.id())
                .put("suser", Objects.requireNonNullElse(actor.name(), Summary.idOf(actor)))
                .put("spriv", actor.roles().isEmpty() ? null : String.join(",", actor.roles()));
        extension.labelled("cs1", "actorType", actor.type());
        extension.labelled("cs2", "actorGroup", actor.group());
        extension.put("auditlogActorAuth", actor.auth()).put("auditlogActorSession", actor.session());
    }

    private static void target(CefExtension extension, @Nullable Target target) {
        if (target != null) {
            extension.labelled("cs3", "targetType", target.type());
            extension.labelled("cs4", "targetId", target.id());
            extension.labelled("cs5", "targetName", target.name());
        }
    }

    /** {@code src} takes IPv4 only. */
    private static void source(CefExtension extension, @Nullable Source source) {
        if (source == null) {
            return;
        }
        String ip = source.ip();
        if (ip != null && ip.indexOf(':') >= 0) {
            extension.labelled("c6a2", "Source IPv6 Address", ip);
        } else {
            extension.put("src", ip);
        }
        extension
                .put("auditlogSourcePeer", source.peer())
                .put("auditlogSourceRule", source.rule())
                .put("auditlogSourceChain", source.chain().isEmpty() ? null : String.join(",", source.chain()));
    }

    private static void request(CefExtension extension, @Nullable Request request) {
        if (request == null) {
            return;
        }
        String query = request.query();
        extension
                .put("requestMethod", request.method())
                .put("request", query == null ? request.path() : request.path() + "?" + query)
                .put("requestClientApplication", request.userAgent())
                .put("in", request.bytes());
        extension.labelled("cs6", "requestData", request.data());
        extension
                .put("auditlogRequestRoute", request.route())
                .put("auditlogRequestContentType", request.contentType())
                .put("auditlogRequestTruncated", request.truncated())
                .put(
                        "auditlogRequestRedacted",
                        request.redacted().isEmpty() ? null : String.join(",", request.redacted()));
    }

    private static void own(CefExtension extension, AuditEvent event) {
        extension
                .put("auditlogChain", event.chain())
                .put("auditlogTransaction", event.transaction())
                .put("auditlogGuarantee", event.guarantee())
                .put(
                        "auditlogErrorType",
                        event.error() == null ? null : event.error().type())
                .put("auditlogCorrelationId", event.correlationId())
                .put("auditlogTraceId", event.traceId())
                .put("auditlogParentId", event.parentId());
        if (!event.attributes().isEmpty()) {
            extension.put("auditlogAttributes", Rest.attributes(event).build());
        }
    }
}
