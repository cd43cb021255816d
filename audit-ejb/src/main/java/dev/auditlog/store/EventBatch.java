package dev.auditlog.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Inserts the rows of one batch.
 *
 * <p>By the entity, as any other, except on PostgreSQL: there a batch is one statement with one array for each column. It
 * is the hot path of the whole product, and the provider needs several times longer to put an entity of so many columns
 * into a statement than the database needs to store it (ADR 0047).
 */
public final class EventBatch {

    private static final List<Column> COLUMNS = List.of(
            text("id", row -> row.id),
            text("chain", row -> row.chain),
            number("seq", row -> row.sequence),
            number("time_us", row -> UtcMicros.of(row.time)),
            number("recorded_us", row -> UtcMicros.of(row.recordedAt)),
            text("application", row -> row.application),
            text("node", row -> row.node),
            text("operation", row -> row.operation),
            text("activity", row -> row.activity),
            text("outcome", row -> row.outcome),
            text("tx_outcome", row -> row.transaction),
            new Column("status", "integer", row -> row.status, Integer[]::new),
            number("duration_us", row -> row.durationMicros),
            text("guarantee", row -> row.guarantee),
            text("actor_id", row -> row.actorId),
            text("actor_key", row -> row.actorKey),
            text("actor_name", row -> row.actorName),
            text("actor_type", row -> row.actorType),
            text("actor_group", row -> row.actorGroup),
            text("actor_roles", row -> row.actorRoles),
            text("actor_auth", row -> row.actorAuth),
            text("actor_session", row -> row.actorSession),
            text("target_type", row -> row.targetType),
            text("target_id", row -> row.targetId),
            text("target_name", row -> row.targetName),
            text("source_ip", row -> row.sourceIp),
            text("source_key", row -> row.sourceKey),
            text("source_peer", row -> row.sourcePeer),
            text("source_chain", row -> row.sourceChain),
            text("source_rule", row -> row.sourceRule),
            text("request_method", row -> row.requestMethod),
            text("request_path", row -> row.requestPath),
            text("request_route", row -> row.requestRoute),
            text("request_query", row -> row.requestQuery),
            text("user_agent", row -> row.userAgent),
            text("content_type", row -> row.contentType),
            text("request_data", row -> row.requestData),
            number("request_bytes", row -> row.requestBytes),
            new Column("request_truncated", "boolean", row -> row.requestTruncated, Boolean[]::new),
            text("redacted", row -> row.redacted),
            text("error_type", row -> row.errorType),
            text("error_message", row -> row.errorMessage),
            text("reason", row -> row.reason),
            text("attributes", row -> row.attributes),
            text("correlation_id", row -> row.correlationId),
            text("trace_id", row -> row.traceId),
            text("parent_id", row -> row.parentId));

    private static final String ARRAYS = arrays();

    private EventBatch() {}

    /** Inserts rows that have their places; in the transaction of the entity manager. */
    public static void insert(EntityManager em, Dialect dialect, List<EventRow> rows) {
        if (dialect != Dialect.POSTGRESQL) {
            rows.forEach(em::persist);
            return;
        }
        Query insert = em.createNativeQuery(ARRAYS);
        for (int i = 0; i < COLUMNS.size(); i++) {
            insert.setParameter(i + 1, COLUMNS.get(i).valuesOf(rows));
        }
        insert.executeUpdate();
    }

    /** Names of the columns that are written. */
    static List<String> columns() {
        return COLUMNS.stream().map(Column::name).toList();
    }

    private static String arrays() {
        String names = String.join(", ", columns());
        String values = IntStream.range(0, COLUMNS.size())
                .mapToObj(i -> "cast(?" + (i + 1) + " as " + COLUMNS.get(i).type() + "[])")
                .collect(Collectors.joining(", "));
        return "insert into audit_event (" + names + ") select * from unnest(" + values + ")";
    }

    private static Column text(String name, Function<EventRow, @Nullable Object> value) {
        return new Column(name, "text", value, String[]::new);
    }

    private static Column number(String name, Function<EventRow, @Nullable Object> value) {
        return new Column(name, "bigint", value, Long[]::new);
    }

    /** A column with its type in PostgreSQL. */
    private record Column(
            String name, String type, Function<EventRow, @Nullable Object> value, IntFunction<Object[]> array) {

        Object valuesOf(List<EventRow> rows) {
            return rows.stream().map(value).toArray(array);
        }
    }
}
