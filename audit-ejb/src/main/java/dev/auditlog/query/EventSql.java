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

    private static final String ALWAYS = "id is not null";

    private final Dialect dialect;
    private final boolean byIndex;
    private final Folding folding;
    private final TermKeys termKeys = new TermKeys();

    EventSql(Dialect dialect) {
        this(dialect, dialect == Dialect.POSTGRESQL);
    }

    private EventSql(Dialect dialect, boolean byIndex) {
        this.dialect = dialect;
        this.byIndex = byIndex;
        folding = new Folding(dialect);
    }

    /** For few events of a time, which are found by that and read anyway. */
    static EventSql byTime(Dialect dialect) {
        return new EventSql(dialect, false);
    }

    /** The ids of one page, nearest to the cursor first. */
    SqlText ids(EventQuery query, EventCursor cursor, int rows) {
        return page("id", query, descending(query, cursor), after(cursor), rows);
    }

    /**
     * The ids of a page among the events next to the cursor, in their order, without any other index: a full page is what
     * {@link #ids} finds too, another one says nothing.
     *
     * @param looked at so many events at most
     */
    SqlText nearIds(EventQuery query, EventCursor cursor, int rows, int looked) {
        boolean descending = descending(query, cursor);
        SqlText sql = new SqlText().add("select id from (select id, (");
        terms(sql, query, false);
        sql.add(") as matches from audit_event where ");
        range(sql, query);
        after(sql, descending, after(cursor));
        return sql.add(order(descending))
                .add(first(looked))
                .add(") near where matches")
                .add(order(descending))
                .add(first(rows));
    }

    /** Ids of the events from the cursor on in no order: all of them, if they are not too many. */
    SqlText anyIds(EventQuery query, EventCursor cursor, int rows) {
        SqlText sql = new SqlText().add("select id from audit_event where ");
        conditions(sql, query);
        after(sql, descending(query, cursor), after(cursor));
        return sql.add(first(rows));
    }

    static boolean descending(EventQuery query, EventCursor cursor) {
        return (query.order() == Order.NEWEST) != cursor.backward();
    }

    private static @Nullable UUID after(EventCursor cursor) {
        return cursor.isStart() ? null : cursor.id();
    }

    private static void after(SqlText sql, boolean descending, @Nullable UUID after) {
        if (after != null) {
            sql.add(descending ? " and id < " : " and id > ").bind(after.toString());
        }
    }

    private static String order(boolean descending) {
        return descending ? " order by id desc" : " order by id";
    }

    /** The events of one page, whole but for large request data, as {@link EventSelect} reads them. */
    SqlText events(EventQuery query, @Nullable UUID after, int rows) {
        return page(EventSelect.columns(dialect), query, query.order() == Order.NEWEST, after, rows);
    }

    private SqlText page(String columns, EventQuery query, boolean descending, @Nullable UUID after, int rows) {
        SqlText sql = new SqlText().add("select ").add(columns).add(" from audit_event where ");
        conditions(sql, query);
        after(sql, descending, after);
        return sql.add(order(descending)).add(first(rows));
    }

    /** How many events match, at most so many. */
    SqlText count(EventQuery query, int rows) {
        SqlText sql = new SqlText().add("select count(*) from (select id from audit_event where ");
        conditions(sql, query);
        return sql.add(first(rows)).add(") matching");
    }

    /** How many of the latest events match, at most so many; without any index but that of the time. */
    SqlText countNear(EventQuery query, int rows, int looked) {
        SqlText sql = new SqlText().add("select count(*) from (select 1 as one from (select (");
        terms(sql, query, false);
        sql.add(") as matches from audit_event where ");
        range(sql, query);
        return sql.add(order(true))
                .add(first(looked))
                .add(") near where matches")
                .add(first(rows))
                .add(") matching");
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
        Instant up = up(instant); // not by ChronoUnit.between, which counts nanoseconds and ends in 2262
        return Math.multiplyExact(up.getEpochSecond(), 1_000_000L) + up.getNano() / 1_000;
    }

    void conditions(SqlText sql, EventQuery query) {
        range(sql, query);
        sql.add(" and ");
        terms(sql, query, byIndex);
    }

    private static void range(SqlText sql, EventQuery query) {
        sql.add(ALWAYS); // lets each condition below begin with "and"
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
    }

    private void terms(SqlText sql, EventQuery query, boolean withKeys) {
        sql.add(ALWAYS);
        TermSql terms = new TermSql(sql, folding, query, dialect);
        for (Term term : query.terms()) {
            sql.add(" and ");
            Set<TermKeys.Key> keys = withKeys ? termKeys.of(term) : Set.of();
            if (keys.isEmpty()) {
                terms.add(term);
            } else {
                terms.add(term, keys);
            }
        }
    }

    /** Whether the index of terms knows something of a query whose events can be told one by one. */
    boolean isIndexed(EventQuery query) {
        return byIndex
                && query.terms().stream().anyMatch(term -> !termKeys.of(term).isEmpty())
                && query.terms().stream().allMatch(term -> term.field().orElse(null) != Qualifier.FIRST);
    }
}
