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
 * that only the earliest event of an actor at an address can be one, so these are found first, in one pass over the range;
 * from them it looks back, by the actor's index. What is found is the same whether a range is asked for whole or in parts.
 */
final class FirstSql {

    /** How long an actor must have been away from an address. */
    static final Duration BEFORE = Duration.ofDays(30);

    private static final long MICROS = BEFORE.toSeconds() * 1_000_000L;

    private FirstSql() {}

    static void add(SqlText sql, EventQuery query, Dialect dialect) {
        sql.add("(actor_key is not null and source_key is not null");
        if (dialect != Dialect.DERBY) { // which would make that pass anew for each event
            earliest(sql, query, dialect);
        }
        before(sql, query.from());
        sql.add(")");
    }

    /** Only among what the rest of the query asks for: whatever is to be found is the earliest there, too. */
    private static void earliest(SqlText sql, EventQuery query, Dialect dialect) {
        sql.add(
                " and id in (select min(id) from audit_event where actor_key is not null and source_key is not null and ");
        new EventSql(dialect).conditions(sql, query.without(Qualifier.FIRST));
        sql.add(" group by actor_key, source_key, time_us / " + MICROS + ")");
    }

    private static void before(SqlText sql, @Nullable Instant from) {
        sql.add(" and not exists (select 1 from audit_event p where p.actor_key = audit_event.actor_key"
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
