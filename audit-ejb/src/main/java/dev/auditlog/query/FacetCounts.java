package dev.auditlog.query;

import java.time.Instant;
import java.util.List;

/**
 * How often each value of a facet occurs, most frequent first; of equally frequent ones the lesser first.
 *
 * @param values at most {@link EventCounter#TOP}; events without a value are in none
 * @param countedFrom the earliest instant from which on all events are counted; the beginning of the range where
 *     {@code complete}
 * @param complete false if the time was over before the whole range was counted
 */
public record FacetCounts(Facet facet, List<Value> values, Instant countedFrom, boolean complete) {

    /** Copies the list. */
    public FacetCounts {
        values = List.copyOf(values);
    }

    /** A value, as a query has it, and its events. */
    public record Value(String value, long count) {}
}
