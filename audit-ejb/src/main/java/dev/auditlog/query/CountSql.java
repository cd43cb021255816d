package dev.auditlog.query;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a query as SQL that counts its events by what they have in common. */
final class CountSql {

    private final EventSql events;
    private final Consumer<SqlText> also;

    CountSql(EventSql events) {
        this(events, sql -> {});
    }

    private CountSql(EventSql events, Consumer<SqlText> also) {
        this.events = events;
        this.also = also;
    }

    /** The same with one more condition, which begins with "and". */
    CountSql where(Consumer<SqlText> condition) {
        return new CountSql(events, also.andThen(condition));
    }

    /** Rows of value and count. */
    SqlText of(EventQuery query, Facet facet) {
        SqlText sql = new SqlText().add("select v, count(*) from (select " + facet.column() + " as v");
        from(sql, query);
        return sql.add(") counted where v is not null group by v");
    }

    /**
     * All facets in one pass, for a database that has grouping sets: rows of which facet it is, by a bit for each that it
     * is not, the first facet's the highest; then one value for each facet; then the count.
     */
    SqlText of(EventQuery query, List<Facet> facets) {
        String names = IntStream.range(0, facets.size()).mapToObj(i -> "v" + i).collect(Collectors.joining(", "));
        String sets =
                IntStream.range(0, facets.size()).mapToObj(i -> "(v" + i + ")").collect(Collectors.joining(", "));
        String columns = IntStream.range(0, facets.size())
                .mapToObj(i -> facets.get(i).column() + " as v" + i)
                .collect(Collectors.joining(", "));
        SqlText sql =
                new SqlText().add("select grouping(" + names + "), " + names + ", count(*) from (select " + columns);
        from(sql, query);
        return sql.add(") counted group by grouping sets (" + sets + ")");
    }

    /**
     * Rows of bucket, outcome and count.
     *
     * @param runs the buckets in which the events lie
     */
    SqlText histogram(EventQuery query, List<Scale.Run> runs) {
        SqlText sql = new SqlText().add("select b, outcome, count(*) from (select ");
        Scale.Run last = runs.get(runs.size() - 1);
        sql.add(runs.size() > 1 ? "case" : "");
        for (Scale.Run run : runs) {
            if (run != last) {
                sql.add(" when time_us < ").bind(run.end()).add(" then ");
            } else if (runs.size() > 1) {
                sql.add(" else ");
            }
            sql.add("(time_us - ").bind(run.zero()).add(") / ").bind(run.width());
        }
        sql.add(runs.size() > 1 ? " end as b, outcome" : " as b, outcome");
        from(sql, query);
        return sql.add(") counted group by b, outcome");
    }

    private void from(SqlText sql, EventQuery query) {
        sql.add(" from audit_event where ");
        events.conditions(sql, query);
        also.accept(sql);
    }

    /** How many events match, at most so many. */
    SqlText capped(EventQuery query, int most) {
        SqlText sql = new SqlText().add("select count(*), 0 from (select id");
        from(sql, query);
        return sql.add(" fetch first " + most + " rows only) matching");
    }
}
