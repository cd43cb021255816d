package dev.auditlog.query;

import dev.auditlog.store.Dialect;
import dev.auditlog.store.EventIds;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Asks for events of an actor at an address where nobody saw this actor in the {@link #BEFORE} before. ADR 0090.
 *
 * <p>To look back from each event would take as long as there are events. But in a stretch of time that is no longer than
 * that only the earliest event of an actor at an address can be one, and it is one if the latest event of the stretch before
 * is longer ago. So one pass over the range and the time before it tells all. What is found is the same whether a range is
 * asked for whole or in parts.
 */
final class FirstSql {

    /** How long an actor must have been away from an address. */
    static final Duration BEFORE = Duration.ofDays(30);

    static final long MICROS = BEFORE.toSeconds() * 1_000_000L;
    static final String BOTH = "actor_key is not null and source_key is not null";

    private FirstSql() {}

    static void add(SqlText sql, EventQuery query, Dialect dialect) {
        sql.add("(" + BOTH + " and ");
        if (dialect != Dialect.POSTGRESQL) { // they have an index of actors
            noneBefore(sql, query.from());
        } else {
            earliest(sql, query.from(), query.to());
        }
        sql.add(")");
    }

    /** By the table of {@link Sightings}. */
    static void add(SqlText sql, EventQuery query, Condition.FirstSeen seen) {
        sql.add("id in (select first_id from audit_sighting where first_us >= 0");
        EventSql.idFrom(query).ifPresent(low -> sql.add(" and first_id >= ").bind(low));
        EventSql.idTo(query).ifPresent(high -> sql.add(" and first_id < ").bind(high));
        String comma = " and first_id not in (";
        for (String id : seen.removed()) {
            sql.add(comma).bind(id);
            comma = ", ";
        }
        sql.add(seen.removed().isEmpty() ? "" : ")");
        comma = " union all values ";
        for (String id : seen.added()) {
            sql.add(comma).add("(cast(").bind(id).add(" as varchar(36)))");
            comma = ", ";
        }
        sql.add(")");
    }

    /** Numbers of ours, not bound values, where one stands twice: to a database two values are never the same expression. */
    private static void earliest(SqlText sql, @Nullable Instant from, @Nullable Instant to) {
        Instant start = from == null ? Instant.EPOCH : from.minus(BEFORE);
        String stretch = "(time_us - " + EventSql.micros(start) + ") / " + MICROS;
        sql.add("id in (select first_id from (select min(id) as first_id, min(time_us) as first_us,"
                + " lag(max(time_us)) over (partition by actor_key, source_key order by " + stretch + ") as before_us"
                + " from audit_event where " + BOTH);
        sql.add(" and id >= ").bind(lowest(start)).add(" and time_us >= ").bind(EventSql.micros(start));
        if (to != null) {
            sql.add(" and id < ").bind(lowest(to)).add(" and time_us < ").bind(EventSql.micros(to));
        }
        sql.add(" group by actor_key, source_key, " + stretch + ") seen"
                + " where before_us is null or before_us < first_us - " + MICROS + ")");
    }

    private static void noneBefore(SqlText sql, @Nullable Instant from) {
        sql.add("not exists (select 1 from audit_event p where p.actor_key = audit_event.actor_key"
                + " and p.source_key = audit_event.source_key and p.id < audit_event.id"
                + " and p.time_us >= audit_event.time_us - " + MICROS);
        if (from != null) {
            sql.add(" and p.id >= ").bind(lowest(from.minus(BEFORE)));
        }
        sql.add(")");
    }

    private static String lowest(Instant time) {
        return EventIds.lowest(EventSql.up(time)).toString();
    }
}
