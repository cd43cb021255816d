package dev.auditlog.query;

import dev.auditlog.event.Outcome;
import dev.auditlog.store.Dialect;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Counts by the numbers that are kept where they know the answer, else rows, from the latest backwards. */
final class JpaEventCounter implements EventCounter {

    private static final Comparator<FacetCounts.Value> MOST_FIRST =
            Comparator.comparingLong(FacetCounts.Value::count).reversed().thenComparing(FacetCounts.Value::value);

    private final Asking asking;
    private final Duration limit;
    private final RolledCounts rolled;

    /**
     * Asks a database.
     *
     * @param limit of a facet, of the facets that are counted in one pass, and of a histogram
     */
    JpaEventCounter(Asking asking, Duration limit) {
        this.asking = asking;
        this.limit = limit;
        this.rolled = new RolledCounts(asking, limit);
    }

    @Override
    public List<FacetCounts> facets(EventQuery query, Set<Facet> facets) {
        TimeRange range = range(query);
        Map<Facet, FacetCounts> found = new EnumMap<>(Facet.class);
        Set<Facet> left = facets.isEmpty() ? Set.of() : EnumSet.copyOf(facets);
        rolled.facets(query, range, facets).forEach((facet, counts) -> {
            found.put(facet, counts(facet, counts, range.from(), true));
            left.remove(facet);
        });
        List<Facet> ordered = left.stream().sorted().toList();
        EventQuery rows = ordered.isEmpty() ? query : FirstKnown.in(query, asking);
        for (List<Facet> pass : passes(ordered)) {
            fromRows(rows, range, pass, found);
        }
        return List.copyOf(found.values());
    }

    /** What is counted within one time limit. */
    private List<List<Facet>> passes(List<Facet> facets) {
        boolean together = asking.dialect() == Dialect.POSTGRESQL;
        return together
                ? Stream.of(facets).filter(all -> !all.isEmpty()).toList()
                : facets.stream().map(List::of).toList();
    }

    private void fromRows(EventQuery query, TimeRange range, List<Facet> facets, Map<Facet, FacetCounts> found) {
        Map<Facet, Map<String, Long>> counts = RolledCounts.empty(facets);
        Backwards walk = new Backwards(range, limit);
        walk.walk(piece -> rows(walk.left()).facets(query.within(piece), facets, counts));
        facets.forEach(facet -> found.put(facet, counts(facet, counts.get(facet), walk.reached(), walk.isComplete())));
    }

    @Override
    public FacetCounts values(EventQuery query, Facet facet, String beginning) {
        TimeRange range = range(query);
        Map<String, Long> known = rolled.facets(query, range, Set.of(facet)).get(facet);
        if (known != null) {
            known.keySet().removeIf(value -> !begins(value, beginning));
            return counts(facet, known, range.from(), true);
        }
        Map<Facet, Map<String, Long>> counts = RolledCounts.empty(List.of(facet));
        Backwards walk = new Backwards(range, limit);
        walk.walk(piece -> rows(walk.left()).facets(query.within(piece), List.of(facet), counts));
        counts.get(facet).keySet().removeIf(value -> !begins(value, beginning));
        return counts(facet, counts.get(facet), walk.reached(), walk.isComplete());
    }

    private static boolean begins(String value, String beginning) {
        return value.regionMatches(true, 0, beginning, 0, beginning.length());
    }

    private static FacetCounts counts(Facet facet, Map<String, Long> counts, Instant from, boolean complete) {
        List<FacetCounts.Value> most = counts.entrySet().stream()
                .map(entry -> new FacetCounts.Value(entry.getKey(), entry.getValue()))
                .sorted(MOST_FIRST)
                .limit(TOP)
                .toList();
        return new FacetCounts(facet, most, from, complete);
    }

    @Override
    public Histogram histogram(EventQuery query, Division division) {
        TimeRange range = range(query);
        Scale scale = Scale.of(range, division);
        Optional<List<Map<Outcome, Long>>> known = rolled.histogram(query, range, scale);
        if (known.isPresent()) {
            return scale.histogram(known.get(), range.from(), true);
        }
        List<Map<Outcome, Long>> counts = scale.empty();
        EventQuery left = FirstKnown.in(query, asking);
        Backwards walk = new Backwards(range, limit);
        walk.walk(piece -> rows(walk.left()).histogram(left.within(piece), scale, counts));
        return scale.histogram(counts, walk.reached(), walk.isComplete());
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
    private RowCounts rows(Duration left) {
        CountSql sql = new CountSql(new EventSql(asking.dialect()));
        return new RowCounts(
                asking.dialect(),
                sql,
                text -> asking.ask(
                        em -> (List<Object[]>) asking.prepared(em, text, left).getResultList()));
    }
}
