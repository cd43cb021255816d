package dev.auditlog.query;

import dev.auditlog.event.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How many events of each outcome lie in each part of a time range.
 *
 * @param width of the parts; where the clock is set, one is longer or shorter
 * @param buckets half-open parts, earliest first, that cover the range
 * @param countedFrom the earliest instant from which on all events are counted; the beginning of the range where
 *     {@code complete}
 * @param complete false if the time was over before the whole range was counted
 */
public record Histogram(BarWidth width, List<Bucket> buckets, Instant countedFrom, boolean complete) {

    /** Copies the list. */
    public Histogram {
        buckets = List.copyOf(buckets);
    }

    /**
     * One part.
     *
     * @param from inclusive
     * @param to exclusive
     * @param whole all of it, of which the range may have cut something
     * @param counts outcomes that occur
     */
    public record Bucket(Instant from, Instant to, TimeRange whole, Map<Outcome, Long> counts) {

        /** Copies the map. */
        public Bucket {
            counts = Map.copyOf(counts);
        }

        /** Whether the range has only a part of it. */
        public boolean isCut() {
            return !whole.equals(new TimeRange(from, to));
        }

        /** Events of all outcomes. */
        public long total() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
