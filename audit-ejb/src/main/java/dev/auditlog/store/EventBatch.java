package dev.auditlog.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Appends the rows of one batch to a chain.
 *
 * <p>By entities, as anything else, except on PostgreSQL: there a batch is one statement, which makes the commit durable,
 * reads the clock, gives the numbers, and inserts rows that come as one text (ADR 0078). It is the hot path of the whole
 * product; the provider needs several times longer to put an entity of so many columns into a statement than the database
 * needs to store it, and each round trip costs as much as an event or two (ADR 0047). One statement needs no transaction
 * around it, which saves another round trip (ADR 0068).
 */
public final class EventBatch {

    /** In the order of the type {@value #TYPE}. */
    private static final List<Column> COLUMNS = List.of(
            new Column("id", row -> row.id),
            new Column("time_us", row -> UtcMicros.of(row.time)),
            new Column("operation", row -> row.operation),
            new Column("activity", row -> row.activity),
            new Column("outcome", row -> row.outcome),
            new Column("tx_outcome", row -> row.transaction),
            new Column("status", row -> row.status),
            new Column("duration_us", row -> row.durationMicros),
            new Column("guarantee", row -> row.guarantee),
            new Column("actor_id", row -> row.actorId),
            new Column("actor_key", row -> row.actorKey),
            new Column("actor_name", row -> row.actorName),
            new Column("actor_type", row -> row.actorType),
            new Column("actor_group", row -> row.actorGroup),
            new Column("actor_roles", row -> row.actorRoles),
            new Column("actor_auth", row -> row.actorAuth),
            new Column("actor_session", row -> row.actorSession),
            new Column("target_type", row -> row.targetType),
            new Column("target_id", row -> row.targetId),
            new Column("target_name", row -> row.targetName),
            new Column("source_ip", row -> row.sourceIp),
            new Column("source_key", row -> row.sourceKey),
            new Column("source_peer", row -> row.sourcePeer),
            new Column("source_chain", row -> row.sourceChain),
            new Column("source_rule", row -> row.sourceRule),
            new Column("request_method", row -> row.requestMethod),
            new Column("request_path", row -> row.requestPath),
            new Column("request_route", row -> row.requestRoute),
            new Column("request_query", row -> row.requestQuery),
            new Column("user_agent", row -> row.userAgent),
            new Column("content_type", row -> row.contentType),
            new Column("request_data", row -> row.requestData),
            new Column("request_bytes", row -> row.requestBytes),
            new Column("request_truncated", row -> row.requestTruncated),
            new Column("redacted", row -> row.redacted),
            new Column("error_type", row -> row.errorType),
            new Column("error_message", row -> row.errorMessage),
            new Column("reason", row -> row.reason),
            new Column("attributes", row -> row.attributes),
            new Column("correlation_id", row -> row.correlationId),
            new Column("trace_id", row -> row.traceId),
            new Column("parent_id", row -> row.parentId));

    /** The same for all rows of a batch, or counted. */
    private static final List<String> PLACE = List.of("chain", "application", "node", "seq", "recorded_us");

    private static final String TYPE = "audit_event_value";
    private static final String QUERY = "AuditEvent.append";
    private static final List<Function<EventRow, @Nullable Object>> VALUES =
            COLUMNS.stream().map(Column::value).toList();
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
     * @throws PersistenceException if it fails; it may have been kept all the same
     * @throws dev.auditlog.AuditException AUD-0423 if PostgreSQL has no partition for one
     */
    public static void append(AuditDatabase database, ChainHold hold, long last, List<EventRow> rows, Times times) {
        Dialect dialect = database.dialect();
        Function<EntityManager, ChainHold> batch = em -> appendIn(em, dialect, hold, last, rows, times);
        if (dialect == Dialect.POSTGRESQL) {
            try {
                database.writeAtOnce(batch);
            } catch (PersistenceException e) {
                throw Partitions.told(e, database, rows);
            }
        } else {
            database.write(batch);
        }
    }

    /** The same in the transaction of the entity manager. */
    static ChainHold appendIn(
            EntityManager em, Dialect dialect, ChainHold hold, long last, List<EventRow> rows, Times times) {
        if (dialect == Dialect.POSTGRESQL) {
            appendAtOnce(em, hold, last, rows, times);
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

    private static void appendAtOnce(EntityManager em, ChainHold hold, long last, List<EventRow> rows, Times times) {
        place(rows, hold, last, Instant.EPOCH); // the clock is known only afterwards
        EventRow first = rows.get(0);
        Query append = em.createNamedQuery(QUERY);
        List<Object> values = List.of(
                rows.size(),
                times.lease().toNanos() / 1000,
                hold.chain(),
                hold.epoch(),
                last,
                first.application,
                first.node,
                RowArray.of(rows, VALUES));
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
     * The rows come as one text, which the database reads by the type of its fields: a parameter for each column, with what
     * makes rows of them, costs database and provider more (ADR 0078).
     */
    private static String append() {
        String names = COLUMNS.stream().map(Column::name).collect(Collectors.joining(", "));
        String values = COLUMNS.stream().map(column -> "e." + column.name()).collect(Collectors.joining(", "));
        return "with moment as materialized (" + Dialect.POSTGRESQL.moment("us", "durable") + "), held as ("
                + "update audit_chain c set seq = c.seq + ?1, lease_us = m.us + ?2 from moment m"
                + " where c.chain = ?3 and c.epoch = ?4 and c.seq = ?5 returning c.chain, m.us), "
                + "kept as (insert into audit_event (" + String.join(", ", PLACE) + ", " + names + ") "
                + "select h.chain, cast(?6 as text), cast(?7 as text), ?5 + e.place, h.us, " + values
                + " from held h cross join unnest(cast(?8 as " + TYPE + "[])) as e returning 1) "
                + "select us, (select count(*) from kept), durable from moment";
    }

    /**
     * How long what a batch takes is kept.
     *
     * @param lease of the chain, from now on
     * @param answer after which the database ends the transaction if it hears nothing of us
     */
    public record Times(Duration lease, Duration answer) {}

    private record Column(String name, Function<EventRow, @Nullable Object> value) {}
}
