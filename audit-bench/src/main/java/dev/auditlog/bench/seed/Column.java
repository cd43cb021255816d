package dev.auditlog.bench.seed;

import dev.auditlog.event.AuditEvent;
import java.sql.Types;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of {@code audit_event} with its value, as the product's own row has it; a test compares the two.
 *
 * @param type of {@link Types}
 */
record Column(String name, int type, Function<AuditEvent, @Nullable Object> value) {

    private static final EventTexts TEXTS = new EventTexts();

    static final List<Column> ALL = List.of(
            text("id", AuditEvent::id),
            text("chain", AuditEvent::chain),
            number("seq", AuditEvent::sequence),
            number("time_us", e -> EventTexts.micros(e.time())),
            number("recorded_us", e -> EventTexts.micros(e.recordedAt())),
            text("application", AuditEvent::application),
            text("node", AuditEvent::node),
            text("operation", AuditEvent::operation),
            text("activity", e -> e.activity().name()),
            text("outcome", e -> e.outcome().name()),
            text("tx_outcome", e -> e.transaction().name()),
            new Column("status", Types.INTEGER, AuditEvent::status),
            number("duration_us", AuditEvent::durationMicros),
            text("guarantee", e -> e.guarantee().name()),
            text("actor_id", e -> e.actor().id()),
            text("actor_key", e -> TEXTS.actorKey(e.actor().id())),
            text("actor_name", e -> e.actor().name()),
            text("actor_type", e -> e.actor().type().name()),
            text("actor_group", e -> e.actor().group()),
            text("actor_roles", e -> TEXTS.array(e.actor().roles())),
            text("actor_auth", e -> e.actor().auth()),
            text("actor_session", e -> e.actor().session()),
            text("target_type", e -> EventTexts.ofTarget(e, t -> t.type())),
            text("target_id", e -> EventTexts.ofTarget(e, t -> t.id())),
            text("target_name", e -> EventTexts.ofTarget(e, t -> t.name())),
            text("source_ip", e -> EventTexts.ofSource(e, s -> s.ip())),
            text("source_key", e -> EventTexts.ofSource(e, s -> TEXTS.addressKey(s.ip()))),
            text("source_peer", e -> EventTexts.ofSource(e, s -> s.peer())),
            text("source_chain", e -> EventTexts.ofSource(e, s -> TEXTS.array(s.chain()))),
            text("source_rule", e -> EventTexts.ofSource(e, s -> s.rule())),
            text("request_method", e -> EventTexts.ofRequest(e, r -> r.method())),
            text("request_path", e -> EventTexts.ofRequest(e, r -> r.path())),
            text("request_route", e -> EventTexts.ofRequest(e, r -> r.route())),
            text("request_query", e -> EventTexts.ofRequest(e, r -> r.query())),
            text("user_agent", e -> EventTexts.ofRequest(e, r -> r.userAgent())),
            text("content_type", e -> EventTexts.ofRequest(e, r -> r.contentType())),
            text("request_data", e -> EventTexts.ofRequest(e, r -> r.data())),
            number("request_bytes", e -> EventTexts.ofRequest(e, r -> r.bytes())),
            new Column("request_truncated", Types.BOOLEAN, e -> EventTexts.ofRequest(e, r -> r.truncated())),
            text("redacted", e -> EventTexts.ofRequest(e, r -> TEXTS.array(r.redacted()))),
            text("error_type", e -> EventTexts.ofError(e, f -> f.type())),
            text("error_message", e -> EventTexts.ofError(e, f -> f.message())),
            text("reason", AuditEvent::reason),
            text("attributes", e -> EventTexts.object(e.attributes())),
            text("correlation_id", AuditEvent::correlationId),
            text("trace_id", AuditEvent::traceId),
            text("parent_id", AuditEvent::parentId));

    /** Their names with commas. */
    static String names() {
        return String.join(", ", ALL.stream().map(Column::name).toList());
    }

    private static Column text(String name, Function<AuditEvent, @Nullable Object> value) {
        return new Column(name, Types.VARCHAR, value);
    }

    private static Column number(String name, Function<AuditEvent, @Nullable Object> value) {
        return new Column(name, Types.BIGINT, value);
    }
}
