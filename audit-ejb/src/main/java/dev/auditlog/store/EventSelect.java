package dev.auditlog.store;

import dev.auditlog.event.AuditEvent;
import jakarta.persistence.PersistenceException;
import java.sql.Clob;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads many events by one statement, column by column, which costs a fraction of what entities do; and bounded in
 * memory, since large request data is left where it is. ADR 0072.
 */
public final class EventSelect {

    /** Request data of more characters, or on PostgreSQL bytes, is left unread. */
    private static final int MOST_DATA = 8_192;

    private static final List<Column> COLUMNS = List.of(
            text("id", (row, v) -> row.id = given(v)),
            text("chain", (row, v) -> row.chain = given(v)),
            number("seq", (row, v) -> row.sequence = of(v)),
            number("time_us", (row, v) -> row.time = UtcMicros.toInstant(of(v))),
            number("recorded_us", (row, v) -> row.recordedAt = UtcMicros.toInstant(of(v))),
            text("application", (row, v) -> row.application = given(v)),
            text("node", (row, v) -> row.node = given(v)),
            text("operation", (row, v) -> row.operation = given(v)),
            text("activity", (row, v) -> row.activity = given(v)),
            text("outcome", (row, v) -> row.outcome = given(v)),
            text("tx_outcome", (row, v) -> row.transaction = given(v)),
            number("status", (row, v) -> row.status = v == null ? null : v.intValue()),
            number("duration_us", (row, v) -> row.durationMicros = of(v)),
            text("guarantee", (row, v) -> row.guarantee = given(v)),
            text("actor_id", (row, v) -> row.actorId = v),
            text("actor_name", (row, v) -> row.actorName = v),
            text("actor_type", (row, v) -> row.actorType = given(v)),
            text("actor_group", (row, v) -> row.actorGroup = v),
            text("actor_roles", (row, v) -> row.actorRoles = given(v)),
            text("actor_auth", (row, v) -> row.actorAuth = v),
            text("actor_session", (row, v) -> row.actorSession = v),
            text("target_type", (row, v) -> row.targetType = v),
            text("target_id", (row, v) -> row.targetId = v),
            text("target_name", (row, v) -> row.targetName = v),
            text("source_ip", (row, v) -> row.sourceIp = v),
            text("source_peer", (row, v) -> row.sourcePeer = v),
            text("source_chain", (row, v) -> row.sourceChain = v),
            text("source_rule", (row, v) -> row.sourceRule = v),
            text("request_method", (row, v) -> row.requestMethod = v),
            text("request_path", (row, v) -> row.requestPath = v),
            text("request_route", (row, v) -> row.requestRoute = v),
            text("request_query", (row, v) -> row.requestQuery = v),
            text("user_agent", (row, v) -> row.userAgent = v),
            text("content_type", (row, v) -> row.contentType = v),
            number("request_bytes", (row, v) -> row.requestBytes = v == null ? null : v.longValue()),
            new Column("request_truncated", (row, v) -> row.requestTruncated = (Boolean) v),
            text("redacted", (row, v) -> row.redacted = v),
            text("error_type", (row, v) -> row.errorType = v),
            text("error_message", (row, v) -> row.errorMessage = v),
            text("reason", (row, v) -> row.reason = v),
            text("attributes", (row, v) -> row.attributes = given(v)),
            text("correlation_id", (row, v) -> row.correlationId = v),
            text("trace_id", (row, v) -> row.traceId = v),
            text("parent_id", (row, v) -> row.parentId = v));

    private EventSelect() {}

    private record Column(String name, BiConsumer<EventRow, @Nullable Object> setter) {}

    /**
     * An event as it was read.
     *
     * @param event without its request data if that is left
     * @param isDataLeft whether it has request data that was left unread because of its size
     */
    public record Found(AuditEvent event, boolean isDataLeft) {}

    /** What to select from {@code audit_event} for {@link #found}. */
    public static String columns(Dialect dialect) {
        String size = dialect.size("request_data");
        String data = "case when " + size + " <= " + MOST_DATA + " then request_data end";
        return COLUMNS.stream().map(Column::name).collect(Collectors.joining(", ")) + ", " + data + ", " + size;
    }

    /** Makes the event of a row of these columns; while the statement's connection is open. */
    public static Found found(Object[] values) {
        EventRow row = new EventRow();
        int at = 0;
        for (Column column : COLUMNS) {
            column.setter().accept(row, values[at++]);
        }
        row.requestData = string(values[at++]);
        return new Found(EventRows.toEvent(row), row.requestData == null && values[at] != null);
    }

    private static Column text(String name, BiConsumer<EventRow, @Nullable String> setter) {
        return new Column(name, (row, value) -> setter.accept(row, string(value)));
    }

    private static Column number(String name, BiConsumer<EventRow, @Nullable Number> setter) {
        return new Column(name, (row, value) -> setter.accept(row, (Number) value));
    }

    /** Of a column that is never null. */
    private static String given(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static long of(@Nullable Number value) {
        return value == null ? 0 : value.longValue();
    }

    /** Providers give long texts as they are, or as what can be asked for them. */
    private static @Nullable String string(@Nullable Object value) {
        if (value instanceof Clob clob) {
            try {
                return clob.getSubString(1, (int) clob.length());
            } catch (SQLException e) {
                throw new PersistenceException(e);
            }
        }
        return (String) value;
    }
}
