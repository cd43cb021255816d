package dev.auditlog.web.complete;

import dev.auditlog.query.Division;
import dev.auditlog.query.EventCounter;
import dev.auditlog.query.EventQuery;
import dev.auditlog.query.Facet;
import dev.auditlog.query.FacetCounts;
import dev.auditlog.query.Histogram;
import dev.auditlog.query.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Counts what it is told, and keeps what it was asked. */
final class FakeCounter implements EventCounter {

    private final TimeRange range;
    final List<String> asked = new ArrayList<>();
    List<FacetCounts.Value> values = List.of();
    String emptyUnder = "nothing";
    boolean complete = true;
    boolean busy;

    FakeCounter(TimeRange range) {
        this.range = range;
    }

    @Override
    public List<FacetCounts> facets(EventQuery query, Set<Facet> facets) {
        Facet facet = facets.iterator().next();
        asked.add(facet + " of " + query);
        return List.of(counts(query, facet, ""));
    }

    @Override
    public FacetCounts values(EventQuery query, Facet facet, String beginning) {
        asked.add(facet + " of " + query + " from " + beginning);
        return counts(query, facet, beginning);
    }

    private FacetCounts counts(EventQuery query, Facet facet, String beginning) {
        if (busy) {
            throw Faults.anySyntaxFault();
        }
        List<FacetCounts.Value> found = query.text().contains(emptyUnder)
                ? List.of()
                : values.stream()
                        .filter(value -> value.value().toLowerCase(Locale.ROOT).startsWith(beginning))
                        .toList();
        return new FacetCounts(facet, found, range.from(), complete);
    }

    @Override
    public Histogram histogram(EventQuery query, Division division) {
        throw new AssertionError("no histogram is wanted");
    }
}
