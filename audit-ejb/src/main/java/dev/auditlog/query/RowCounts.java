package dev.auditlog.query;

import dev.auditlog.event.Outcome;
import dev.auditlog.store.Dialect;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Counts rows of events into maps. */
final class RowCounts {

    private final Dialect dialect;
    private final CountSql sql;
    private final Function<SqlText, List<Object[]>> run;

    /**
     * Counts by running statements.
     *
     * @param run a statement's rows
     */
    RowCounts(Dialect dialect, CountSql sql, Function<SqlText, List<Object[]>> run) {
        this.dialect = dialect;
        this.sql = sql;
        this.run = run;
    }

    /** Adds the values of the facets; in one pass where the database can do that. */
    void facets(EventQuery query, List<Facet> facets, Map<Facet, Map<String, Long>> counts) {
        if (dialect == Dialect.POSTGRESQL) {
            inOnePass(query, facets, counts);
            return;
        }
        for (Facet facet : facets) {
            for (Object[] row : run.apply(sql.of(query, facet))) {
                add(counts.get(facet), facet.shown(row[0]), row[1]);
            }
        }
    }

    private void inOnePass(EventQuery query, List<Facet> facets, Map<Facet, Map<String, Long>> counts) {
        for (Object[] row : run.apply(sql.of(query, facets))) {
            int place = placeOf(((Number) row[0]).intValue(), facets.size());
            Object value = row[1 + place];
            if (value != null) {
                Facet facet = facets.get(place);
                add(counts.get(facet), facet.shown(value), row[row.length - 1]);
            }
        }
    }

    /** Of the one bit that is not set; the first facet's is the highest. */
    private static int placeOf(int others, int facets) {
        int own = ~others & ((1 << facets) - 1);
        return facets - 1 - Integer.numberOfTrailingZeros(own);
    }

    /** Adds the events of each part of a time, by outcome; of a query with both ends. */
    void histogram(EventQuery query, Scale scale, List<Map<Outcome, Long>> counts) {
        List<Scale.Run> runs = scale.runs(
                EventSql.micros(Objects.requireNonNull(query.from())),
                EventSql.micros(Objects.requireNonNull(query.to())));
        for (Object[] row : run.apply(sql.histogram(query, runs))) {
            add(counts.get(((Number) row[0]).intValue()), Outcome.valueOf((String) row[1]), row[2]);
        }
    }

    /** Adds a number, which may be negative; what becomes zero is not there. */
    static <K> void add(Map<K, Long> counts, K value, Object more) {
        counts.merge(value, ((Number) more).longValue(), (one, other) -> one + other == 0 ? null : one + other);
    }
}
