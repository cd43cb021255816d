package dev.auditlog.query;

import dev.auditlog.event.Outcome;
import dev.auditlog.store.Dialect;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Counts rows, from the latest backwards. */
final class JpaEventCounter implements EventCounter {

    private static final Comparator<FacetCounts.Value> MOST_FIRST =
            Comparator.comparingLong(FacetCounts.Value::count).reversed().thenComparing(FacetCounts.Value::value);

    private final Asking asking;
    private final Duration limit;

    /**
     * Asks a database.
     *
     * @param limit of a facet, of the facets that are counted in one pass, and of a histogram
     */
    JpaEventCounter(Asking asking, Duration limit) {
        this.asking = asking;
        this.limit = limit;
    }

    @Override
    public List<FacetCounts> facets(EventQuery query, Set<Facet> facets) {
        TimeRange range = range(query);
        List<Facet> ordered = facets.stream().sorted().toList();
        if (asking.dialect() == Dialect.POSTGRESQL && !ordered.isEmpty()) {
            return inOnePass(query, range, ordered);
        }
        return ordered.stream().map(facet -> alone(query, range, facet)).toList();
    }

    private FacetCounts alone(EventQuery query, TimeRange range, Facet facet) {
        Map<Object, Long> counts = new HashMap<>();
        Backwards walk = new Backwards(range, limit);
        walk.walk(piece -> {
            for (Object[] row : rows(sql -> sql.of(query.within(piece), facet), walk.left())) {
                add(counts, row[0], row[1]);
            }
        });
        return counts(facet, counts, walk);
    }

    private List<FacetCounts> inOnePass(EventQuery query, TimeRange range, List<Facet> facets) {
        Map<Facet, Map<Object, Long>> counts = new EnumMap<>(Facet.class);
        facets.forEach(facet -> counts.put(facet, new HashMap<>()));
        Backwards walk = new Backwards(range, limit);
        walk.walk(piece -> {
            for (Object[] row : rows(sql -> sql.of(query.within(piece), facets), walk.left())) {
                int place = placeOf(((Number) row[0]).intValue(), facets.size());
                Object value = row[1 + place];
                if (value != null) {
                    add(counts.get(facets.get(place)), value, row[row.length - 1]);
                }
            }
        });
        return facets.stream()
                .map(facet -> counts(facet, counts.get(facet), walk))
                .toList();
    }

    /** Of the one bit that is not set; the first facet's is the highest. */
    private static int placeOf(int others, int facets) {
        int own = ~others & ((1 << facets) - 1);
        return facets - 1 - Integer.numberOfTrailingZeros(own);
    }

    private static <K> void add(Map<K, Long> counts, K value, Object more) {
        counts.merge(value, ((Number) more).longValue(), Long::sum);
    }

    private static FacetCounts counts(Facet facet, Map<Object, Long> counts, Backwards walk) {
        List<FacetCounts.Value> most = counts.entrySet().stream()
                .map(entry -> new FacetCounts.Value(facet.shown(entry.getKey()), entry.getValue()))
                .sorted(MOST_FIRST)
                .limit(TOP)
                .toList();
        return new FacetCounts(facet, most, walk.reached(), walk.isComplete());
    }

    @Override
    public Histogram histogram(EventQuery query, int buckets) {
        if (buckets < 1 || buckets > MAX_BUCKETS) {
            throw new IllegalArgumentException("buckets = " + buckets + "; allowed: 1 to " + MAX_BUCKETS);
        }
        TimeRange range = range(query);
        Scale scale = Scale.of(range, buckets);
        List<Map<Outcome, Long>> counts = new ArrayList<>();
        for (int i = 0; i < scale.buckets(); i++) {
            counts.add(new EnumMap<>(Outcome.class));
        }
        Backwards walk = new Backwards(range, limit);
        walk.walk(piece -> {
            for (Object[] row :
                    rows(sql -> sql.histogram(query.within(piece), scale.from(), scale.width()), walk.left())) {
                add(counts.get(((Number) row[0]).intValue()), Outcome.valueOf((String) row[1]), row[2]);
            }
        });
        return new Histogram(scale.bucketsOf(counts), walk.reached(), walk.isComplete());
    }

    private static TimeRange range(EventQuery query) {
        Instant from = query.from();
        Instant to = query.to();
        if (from == null || to == null) {
            throw new IllegalArgumentException("an open time range; allowed: a query with both ends");
        }
        return new TimeRange(from, to);
    }

    @SuppressWarnings("unchecked") // of a native query with several columns
    private List<Object[]> rows(Function<CountSql, SqlText> sql, Duration left) {
        CountSql writer = new CountSql(new EventSql(asking.dialect()));
        return asking.ask(em ->
                (List<Object[]>) asking.prepared(em, sql.apply(writer), left).getResultList());
    }

    /** The parts of a time range, in microseconds since 1970. */
    private record Scale(long from, long to, long width) {

        static Scale of(TimeRange range, int buckets) {
            long from = EventSql.micros(range.from());
            long to = Math.max(from + 1, EventSql.micros(range.to()));
            return new Scale(from, to, roundedUp(to - from, buckets));
        }

        int buckets() {
            return (int) roundedUp(to - from, width);
        }

        private static long roundedUp(long dividend, long divisor) {
            return -Math.floorDiv(-dividend, divisor);
        }

        List<Histogram.Bucket> bucketsOf(List<Map<Outcome, Long>> counts) {
            List<Histogram.Bucket> parts = new ArrayList<>();
            for (int i = 0; i < counts.size(); i++) {
                long begin = from + i * width;
                long end = Math.min(to, begin + width);
                parts.add(new Histogram.Bucket(instant(begin), instant(end), counts.get(i)));
            }
            return parts;
        }

        private static Instant instant(long micros) {
            return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        }
    }
}
