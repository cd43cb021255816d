package dev.auditlog.query;

import dev.auditlog.event.Outcome;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The parts of a time range, in microseconds since 1970.
 *
 * @param borders around the range and in it, ascending; the first and the last part may reach beyond the range
 */
record Scale(long from, long to, BarWidth width, List<Long> borders) {

    /**
     * Parts of one width that follow each other.
     *
     * @param zero where the first part of all would begin if each had this width
     * @param width of each
     * @param end where the last of them ends
     */
    record Run(long zero, long width, long end) {}

    static Scale of(TimeRange range, Division division) {
        long from = EventSql.micros(range.from());
        long to = Math.max(from + 1, EventSql.micros(range.to()));
        Division.Parts parts = division.of(from, to);
        return new Scale(from, to, parts.width(), parts.borders());
    }

    int buckets() {
        return borders.size() - 1;
    }

    /** Number of the part in which a moment lies. */
    int bucketOf(long micros) {
        int found = Collections.binarySearch(borders, micros);
        return found < 0 ? -found - 2 : found;
    }

    /** The parts that have something of a time, which lies in the range; few, since most parts are as long as the next. */
    List<Run> runs(long start, long end) {
        List<Run> runs = new ArrayList<>();
        Run last = null;
        for (int i = bucketOf(start); i <= bucketOf(Math.max(start, end - 1)); i++) {
            long width = borders.get(i + 1) - borders.get(i);
            Run next = new Run(borders.get(i) - i * width, width, borders.get(i + 1));
            if (last != null && last.width() == width) {
                runs.remove(runs.size() - 1);
            }
            runs.add(next);
            last = next;
        }
        return runs;
    }

    /** One empty map for each part. */
    List<Map<Outcome, Long>> empty() {
        List<Map<Outcome, Long>> counts = new ArrayList<>();
        for (int i = 0; i < buckets(); i++) {
            counts.add(new EnumMap<>(Outcome.class));
        }
        return counts;
    }

    Histogram histogram(List<Map<Outcome, Long>> counts, Instant countedFrom, boolean complete) {
        List<Histogram.Bucket> parts = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            TimeRange whole = new TimeRange(instant(borders.get(i)), instant(borders.get(i + 1)));
            Instant begin = instant(Math.max(from, borders.get(i)));
            Instant end = instant(Math.min(to, borders.get(i + 1)));
            parts.add(new Histogram.Bucket(begin, end, whole, counts.get(i)));
        }
        return new Histogram(width, parts, countedFrom, complete);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
