package dev.auditlog.query;

import dev.auditlog.store.Dialect;
import dev.auditlog.store.EventIds;
import dev.auditlog.store.EventSelect;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes a query as SQL that finds the ids of its events, or counts them. */
final class EventSql {

    private final Dialect dialect;
    private final Folding folding;
    private final TermKeys termKeys = new TermKeys();

    EventSql(Dialect dialect) {
        this.dialect = dialect;
        folding = new Folding(dialect);
    }

    /** The ids of one page, nearest to the cursor first. */
    SqlText ids(EventQuery query, EventCursor cursor, int rows) {
        boolean descending = (query.order() == Order.NEWEST) != cursor.backward();
        return page("id", query, descending, cursor.isStart() ? null : cursor.id(), rows);
    }

    /** The events of one page, whole but for large request data, as {@link EventSelect} reads them. */
    SqlText events(EventQuery query, @Nullable UUID after, int rows) {
        return page(EventSelect.columns(dialect), query, query.order() == Order.NEWEST, after, rows);
    }

    private SqlText page(String columns, EventQuery query, boolean descending, @Nullable UUID after, int rows) {
        SqlText sql = new SqlText().add("select ").add(columns).add(" from audit_event where ");
        conditions(sql, query);
        if (after != null) {
            sql.add(descending ? " and id < " : " and id > ").bind(after.toString());
        }
        return sql.add(descending ? " order by id desc" : " order by id").add(first(rows));
    }

    /** How many events match, at most so many. */
    SqlText count(EventQuery query, int rows) {
        SqlText sql = new SqlText().add("select count(*) from (select id from audit_event where ");
        conditions(sql, query);
        return sql.add(first(rows)).add(") matching");
    }

    /** A number of ours, not a bound value: Derby plans by it. */
    private static String first(int rows) {
        return " fetch first " + rows + " rows only";
    }

    /** The first microsecond that is not before the instant. Events have whole ones, so both bounds stay exact. */
    static Instant up(Instant instant) {
        Instant down = instant.truncatedTo(ChronoUnit.MICROS);
        return down.equals(instant) ? down : down.plus(1, ChronoUnit.MICROS);
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, up(instant));
    }

    void conditions(SqlText sql, EventQuery query) {
        sql.add("id is not null"); // always true: lets each condition below begin with "and"
        Instant from = query.from();
        Instant to = query.to();
        if (from != null) {
            sql.add(" and id >= ").bind(EventIds.lowest(up(from)).toString());
            sql.add(" and time_us >= ").bind(micros(from));
        }
        if (to != null) {
            sql.add(" and id < ").bind(EventIds.lowest(up(to)).toString());
            sql.add(" and time_us < ").bind(micros(to));
        }
        TermSql terms = new TermSql(sql, folding, query, dialect);
        for (Term term : query.terms()) {
            sql.add(" and ");
            Set<TermKeys.Key> keys = dialect == Dialect.POSTGRESQL ? termKeys.of(term) : Set.of();
            if (keys.isEmpty()) {
                terms.add(term);
            } else {
                terms.add(term, keys);
            }
        }
    }
}
