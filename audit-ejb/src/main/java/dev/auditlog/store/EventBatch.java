package dev.auditlog.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Appends the rows of one batch to a chain.
 *
 * <p>By entities, as anything else, except on PostgreSQL: there a batch is one statement, which makes the commit durable,
 * reads the clock, gives the numbers, and inserts one array for each column. It is the hot path of the whole product; the
 * provider needs several times longer to put an entity of so many columns into a statement than the database needs to
 * store it, and each round trip costs as much as an event or two (ADR 0047). One statement needs no transaction around it,
 * which saves another round trip (ADR 0068).
 */
public final class EventBatch {

    private static final List<Column> COLUMNS = List.of(
            text("id", row -> row.id),
            number("time_us", row -> UtcMicros.of(row.time)),
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

    /** The same for all rows of a batch, or counted. */
    private static final List<String> PLACE = List.of("chain", "application", "node", "seq", "recorded_us");

    private static final int SCALARS = 9;

    /** An element's place in an array is walked to, so more at once would cost more than a further statement. */
    private static final int PIECE = 64;

    private static final String QUERY = "AuditEvent.append";
    private static final String APPEND = append();

    private EventBatch() {}

    /** Makes the statement known to the provider, which then reads its parameters once and not for each batch. */
    static void prepare(EntityManagerFactory factory, Dialect dialect) {
        if (dialect == Dialect.POSTGRESQL) {
            try (EntityManager em = factory.createEntityManager()) {
                factory.addNamedQuery(QUERY, em.createNativeQuery(APPEND));
            }
        }
    }

    /**
     * Gives the rows the numbers after {@code last} and inserts them, and keeps the chain for longer, in one transaction.
     *
     * @param rows at least one; they get their places
     * @param times for how long the chain is kept from now on, and the database waits for us
     * @throws ChainLostException if another writer has the chain, or the last number is another one; nothing is kept
     * @throws jakarta.persistence.PersistenceException if it fails; it may have been kept all the same
     */
    public static void append(AuditDatabase database, ChainHold hold, long last, List<EventRow> rows, Times times) {
        Dialect dialect = database.dialect();
        Function<EntityManager, ChainHold> batch = em -> appendIn(em, dialect, hold, last, rows, times);
        if (dialect == Dialect.POSTGRESQL && rows.size() <= PIECE) {
            database.writeAtOnce(batch);
        } else {
            database.write(batch);
        }
    }

    /** The same in the transaction of the entity manager. */
    static ChainHold appendIn(
            EntityManager em, Dialect dialect, ChainHold hold, long last, List<EventRow> rows, Times times) {
        if (dialect == Dialect.POSTGRESQL) {
            for (int from = 0; from < rows.size(); from += PIECE) {
                List<EventRow> piece = rows.subList(from, Math.min(rows.size(), from + PIECE));
                appendPiece(em, hold, last + from, piece, times);
            }
            return hold;
        }
        Instant now = dialect.begin(em, times.answer());
        Chains.advance(em, hold, last, rows.size(), now.plus(times.lease()));
        place(rows, hold, last, now);
        rows.forEach(em::persist);
        return hold;
    }

    private static void place(List<EventRow> rows, ChainHold hold, long last, Instant now) {
        long sequence = last;
        for (EventRow row : rows) {
            row.place(hold, ++sequence, now);
        }
    }

    private static void appendPiece(EntityManager em, ChainHold hold, long last, List<EventRow> rows, Times times) {
        place(rows, hold, last, Instant.EPOCH); // the clock is known only afterwards
        EventRow first = rows.get(0);
        List<Object> values = new ArrayList<>(List.of(rows.size(), times.lease().toNanos() / 1000));
        values.addAll(List.of(hold.chain(), hold.epoch(), last));
        values.addAll(List.of(first.chain, first.application, first.node, last));
        COLUMNS.forEach(column -> values.add(column.valuesOf(rows)));
        values.add(COLUMNS.get(0).valuesOf(rows));
        values.add(Long.toString(times.answer().toMillis()));
        Query append = em.createNamedQuery(QUERY);
        for (int i = 0; i < values.size(); i++) {
            append.setParameter(i + 1, values.get(i));
        }
        Object[] done = (Object[]) append.getSingleResult();
        if (((Number) done[1]).intValue() != rows.size()) {
            throw new ChainLostException(hold); // the statement did nothing
        }
        Instant now = UtcMicros.toInstant(((Number) done[0]).longValue());
        rows.forEach(row -> row.recorded(now));
    }

    /** Names of the columns that are written. */
    static List<String> columns() {
        return Stream.concat(PLACE.stream(), COLUMNS.stream().map(Column::name)).toList();
    }

    /**
     * Elements are taken by their place, not by {@code unnest}, which would make a table of each array: half of the
     * database's time. The places come from a function whose rows PostgreSQL does not guess from the values, so that it
     * settles for one plan, and does not plan each batch anew: most of the rest.
     */
    private static String append() {
        String names = COLUMNS.stream().map(Column::name).collect(Collectors.joining(", "));
        int array = SCALARS + 1;
        String answer = "cast(?" + (array + COLUMNS.size() + 1) + " as text)";
        String values = IntStream.range(0, COLUMNS.size())
                .mapToObj(i -> "(cast(?" + (array + i) + " as " + COLUMNS.get(i).type() + "[]))[e.place]")
                .collect(Collectors.joining(", "));
        return "with moment as materialized (" + Dialect.POSTGRESQL.moment("us", "durable", answer) + "), held as ("
                + "update audit_chain c set seq = c.seq + ?1, lease_us = m.us + ?2 from moment m"
                + " where c.chain = ?3 and c.epoch = ?4 and c.seq = ?5 returning m.us), "
                + "kept as (insert into audit_event (" + String.join(", ", PLACE) + ", " + names + ") "
                + "select cast(?6 as text), cast(?7 as text), cast(?8 as text), ?9 + e.place, h.us, " + values
                + " from held h, generate_subscripts(cast(?" + (array + COLUMNS.size()) + " as text[]), 1) as e(place)"
                + " returning 1) "
                + "select us, (select count(*) from kept), durable from moment";
    }

    private static Column text(String name, Function<EventRow, @Nullable Object> value) {
        return new Column(name, "text", value, String[]::new);
    }

    private static Column number(String name, Function<EventRow, @Nullable Object> value) {
        return new Column(name, "bigint", value, Long[]::new);
    }

    /**
     * How long what a batch takes is kept.
     *
     * @param lease of the chain, from now on
     * @param answer after which the database ends the transaction if it hears nothing of us
     */
    public record Times(Duration lease, Duration answer) {}

    /** A column with its type in PostgreSQL. */
    private record Column(
            String name, String type, Function<EventRow, @Nullable Object> value, IntFunction<Object[]> array) {

        Object valuesOf(List<EventRow> rows) {
            return rows.stream().map(value).toArray(array);
        }
    }
}
