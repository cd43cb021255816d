package dev.auditlog.query;

import dev.auditlog.store.Dialect;
import dev.auditlog.store.EventIds;
import dev.auditlog.store.EventSelect;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
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
        sql.add(") as matches").add(inOrder(descending));
        range(sql, query);
        after(sql, descending, after(cursor));
        return sql.add(order(descending))
                .add(first(looked))
                .add(") near where matches")
                .add(order(descending))
                .add(first(rows));
    }

    /** Those ids of the events from the cursor on that are in a range, in no order: all of them, if they are not too many. */
    SqlText anyIds(EventQuery query, EventCursor cursor, Months.Ids range, int rows) {
        SqlText sql = new SqlText().add("select id from audit_event where ");
        conditions(sql, query);
        after(sql, descending(query, cursor), after(cursor));
        String from = range.from();
        String to = range.to();
        if (from != null) {
            sql.add(" and id >= ").bind(from);
        }
        if (to != null) {
            sql.add(" and id < ").bind(to);
        }
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
        SqlText sql = new SqlText().add("select ").add(columns).add(inOrder(descending));
        conditions(sql, query);
        after(sql, descending, after);
        return sql.add(order(descending)).add(first(rows));
    }

    /** The table, in an order in which Derby would otherwise sort all of it for a page. */
    private String inOrder(boolean descending) {
        return from(descending ? "index=IX_AUDIT_EVENT_ID_DESC" : "constraint=PK_AUDIT_EVENT");
    }

    /** The table, with a word to Derby's planner, which knows nothing of how many rows are wanted. */
    private String from(String access) {
        boolean derby = dialect == Dialect.DERBY;
        return derby ? " from audit_event --DERBY-PROPERTIES " + access + "\n where " : " from audit_event where ";
    }

    /** Ids of the page among the events of a chain after a number. */
    SqlText tailIds(EventQuery query, EventCursor cursor, Marks.Tail tail, int rows) {
        boolean descending = descending(query, cursor);
        SqlText sql = new SqlText().add("select id").add(from("constraint=UQ_AUDIT_EVENT_CHAIN_SEQ"));
        sql.add("chain = ")
                .bind(tail.chain())
                .add(" and seq > ")
                .bind(tail.after())
                .add(" and ");
        conditions(sql, query);
        after(sql, descending, after(cursor));
        return sql.add(order(descending)).add(first(rows));
    }

    /** Those of some ids whose events lie beyond the cursor and match. */
    SqlText confirmedIds(EventQuery query, EventCursor cursor, List<String> ids) {
        SqlText sql = new SqlText()
                .add("select id")
                .add(from("constraint=PK_AUDIT_EVENT"))
                .add("id in (");
        String comma = "";
        for (String id : ids) {
            sql.add(comma).bind(id);
            comma = ", ";
        }
        sql.add(") and ");
        conditions(sql, query);
        after(sql, descending(query, cursor), after(cursor));
        return sql;
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
        sql.add(") as matches").add(inOrder(true));
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
            sql.add(" and id >= ").bind(lowest(from));
            sql.add(" and time_us >= ").bind(micros(from));
        }
        if (to != null) {
            sql.add(" and id < ").bind(lowest(to));
            sql.add(" and time_us < ").bind(micros(to));
        }
    }

    private static String lowest(Instant time) {
        return EventIds.lowest(up(time)).toString();
    }

    /** The lowest id that an event of the query's time can have. */
    static Optional<String> idFrom(EventQuery query) {
        return Optional.ofNullable(query.from()).map(EventSql::lowest);
    }

    /** The lowest id that is too high for the query's time. */
    static Optional<String> idTo(EventQuery query) {
        return Optional.ofNullable(query.to()).map(EventSql::lowest);
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

    /**
     * Whether a page is found in steps: the index of terms knows something of the query, or the planner knows nothing of how
     * rows are found, as Derby's; and its events can be told one by one.
     */
    boolean isInSteps(EventQuery query) {
        boolean derby = dialect == Dialect.DERBY && !query.terms().isEmpty();
        boolean known = byIndex
                && query.terms().stream().anyMatch(term -> !termKeys.of(term).isEmpty());
        return (derby || known)
                && query.terms().stream().allMatch(term -> term.field().orElse(null) != Qualifier.FIRST);
    }

    /** Whether a row alone tells quickly if it matches, unlike by free text, so that many can be looked at. */
    boolean isToldSoon(EventQuery query) {
        return !query.terms().isEmpty()
                && query.terms().stream().allMatch(term -> term.field()
                        .filter(field -> field != Qualifier.FIRST)
                        .isPresent());
    }
}
