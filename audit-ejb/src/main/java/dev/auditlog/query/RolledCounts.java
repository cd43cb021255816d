package dev.auditlog.query;

import dev.auditlog.event.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers by the numbers of {@link RollUp}: whole hours and days from them, and from rows what lies beside these and what
 * was not added yet. What it answers is exact.
 */
final class RolledCounts {

    /** After every event; and where a day begins, so that nothing lies beside the last one. */
    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    private final Asking asking;
    private final Duration limit;

    RolledCounts(Asking asking, Duration limit) {
        this.asking = asking;
        this.limit = limit;
    }

    static Map<Facet, Map<String, Long>> empty(List<Facet> facets) {
        Map<Facet, Map<String, Long>> counts = new EnumMap<>(Facet.class);
        facets.forEach(facet -> counts.put(facet, new HashMap<>()));
        return counts;
    }

    /** Counts of each value, of those facets for which there are numbers. */
    Map<Facet, Map<String, Long>> facets(EventQuery query, TimeRange range, Set<Facet> facets) {
        Map<Facet, Map<String, Long>> found = new EnumMap<>(Facet.class);
        RolledQuery rolled = RolledQuery.of(query).filter(RolledQuery::isPlain).orElse(null);
        if (rolled == null) {
            return found;
        }
        HourRanges ranges = HourRanges.of(range);
        for (Span finest : List.of(Span.HOUR, Span.DAY)) {
            List<Facet> some = facets.stream()
                    .filter(facet -> Counted.of(facet).finest() == finest)
                    .sorted()
                    .toList();
            if (!some.isEmpty() && !ranges.whole(finest).isEmpty()) {
                RolledSession.run(asking, limit, session -> facets(session, query, rolled, ranges, some))
                        .ifPresent(found::putAll);
            }
        }
        return found;
    }

    private static Map<Facet, Map<String, Long>> facets(
            RolledSession session, EventQuery query, RolledQuery rolled, HourRanges ranges, List<Facet> facets) {
        Span finest = Counted.of(facets.get(0)).finest();
        Map<Facet, Map<String, Long>> counts = empty(facets);
        ranges.parts(finest).forEach(part -> sums(session, rolled, part, counts));
        beside(session, query, ranges, ranges.whole(finest))
                .forEach(rest -> rest.rows().facets(rest.query(), facets, counts));
        return counts;
    }

    private static void sums(
            RolledSession session, RolledQuery rolled, HourRanges.Part part, Map<Facet, Map<String, Long>> counts) {
        Map<Integer, Facet> fields = new HashMap<>();
        List<Counted> kinds = new ArrayList<>();
        for (Facet facet : counts.keySet()) {
            Counted kind = Counted.of(facet);
            if (kind != Counted.ALL) {
                kinds.add(kind);
                fields.put(part.span().field(kind), facet);
            }
        }
        if (!fields.isEmpty()) {
            for (Object[] row : session.sums("field, value_text", part, kinds, rolled.shared(), Set.of())) {
                Facet facet = fields.get(((Number) row[0]).intValue());
                RowCounts.add(counts.get(facet), facet.shown(row[1]), row[2]);
            }
        }
        if (fields.size() < counts.size()) {
            for (Object[] row : session.sums("application, outcome", part, rolled)) {
                addIfAsked(counts.get(Facet.APPLICATION), row[0], row[2]);
                addIfAsked(counts.get(Facet.OUTCOME), row[1], row[2]);
            }
        }
    }

    private static void addIfAsked(@Nullable Map<String, Long> counts, Object value, Object more) {
        if (counts != null) {
            RowCounts.add(counts, (String) value, more);
        }
    }

    /** Events that are in no number of some hours: those beside them, and in them those that were not added yet. */
    private record Rest(EventQuery query, RowCounts rows) {}

    private static List<Rest> beside(RolledSession session, EventQuery query, HourRanges ranges, HourRange whole) {
        List<Rest> rests = new ArrayList<>();
        ranges.beside(whole).forEach(end -> rests.add(new Rest(query.within(end), rows(session, session.counts()))));
        if (!session.marks().isComplete()) {
            CountSql tails = session.counts().where(session.marks()::narrow);
            rests.add(new Rest(query.within(HourRanges.times(whole)), rows(session, tails)));
        }
        return rests;
    }

    private static RowCounts rows(RolledSession session, CountSql sql) {
        return new RowCounts(session.asking().dialect(), sql, session::rows);
    }

    /** Events of each part by outcome; empty if there are no numbers for them. */
    Optional<List<Map<Outcome, Long>>> histogram(EventQuery query, TimeRange range, Scale scale) {
        HourRanges ranges = HourRanges.of(range);
        if (ranges.hours().isEmpty() || !RolledHistogram.isWorthwhile(scale, ranges.hours())) {
            return Optional.empty();
        }
        return RolledQuery.of(query)
                .flatMap(rolled -> RolledSession.run(
                        asking, limit, session -> new RolledHistogram(session, query, rolled, scale).of(ranges)));
    }

    /** How many events match, at most so many; empty if there are no numbers for them. */
    OptionalLong count(EventQuery query, int most) {
        RolledQuery rolled = RolledQuery.of(query).orElse(null);
        if (rolled == null || query.terms().isEmpty()) {
            return OptionalLong.empty(); // all of them are counted soon
        }
        HourRanges ranges = HourRanges.of(new TimeRange(
                Objects.requireNonNullElse(query.from(), Instant.EPOCH), Objects.requireNonNullElse(query.to(), END)));
        if (ranges.hours().isEmpty()) {
            return OptionalLong.empty();
        }
        return RolledSession.run(asking, limit, session -> count(session, query, rolled, ranges, most))
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /**
     * Whether the numbers say that nothing matches, of several terms: rows would have to be looked through for those that exclude
     * each other, while each of them is frequent.
     */
    boolean isNothing(EventQuery query) {
        boolean several = query.terms().size() > 1;
        OptionalLong known = several ? count(query, 1) : OptionalLong.empty();
        return known.isPresent() && known.getAsLong() == 0;
    }

    private static long count(
            RolledSession session, EventQuery query, RolledQuery rolled, HourRanges ranges, int most) {
        long sum = 0;
        for (HourRanges.Part part : ranges.parts(Span.HOUR)) {
            sum += sum(session, rolled, part);
        }
        if (sum < most) {
            for (TimeRange end : ranges.beside(ranges.hours())) {
                sum += first(session.rows(session.counts().capped(query.within(end), most)));
            }
            if (!session.marks().isComplete()) {
                CountSql tails = session.counts().where(session.marks()::narrow);
                TimeRange inner = HourRanges.times(ranges.hours());
                sum += first(session.rows(tails.capped(query.within(inner), most)));
            }
        }
        return Math.min(sum, most);
    }

    private static long sum(RolledSession session, RolledQuery rolled, HourRanges.Part part) {
        return session.sums("field", part, rolled).stream()
                .mapToLong(row -> ((Number) row[row.length - 1]).longValue())
                .sum();
    }

    private static long first(List<Object[]> rows) {
        return ((Number) rows.get(0)[0]).longValue();
    }
}
