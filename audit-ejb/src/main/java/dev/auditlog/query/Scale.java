package dev.auditlog.query;

import dev.auditlog.event.Outcome;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The parts of a time range, in microseconds since 1970. */
record Scale(long from, long to, long width) {

    static Scale of(TimeRange range, int buckets) {
        long from = EventSql.micros(range.from());
        long to = Math.max(from + 1, EventSql.micros(range.to()));
        return new Scale(from, to, roundedUp(to - from, buckets));
    }

    int buckets() {
        return (int) roundedUp(to - from, width);
    }

    /** Number of the part in which a moment lies. */
    int bucketOf(long micros) {
        return (int) ((micros - from) / width);
    }

    private static long roundedUp(long dividend, long divisor) {
        return -Math.floorDiv(-dividend, divisor);
    }

    /** One empty map for each part. */
    List<Map<Outcome, Long>> empty() {
        List<Map<Outcome, Long>> counts = new ArrayList<>();
        for (int i = 0; i < buckets(); i++) {
            counts.add(new EnumMap<>(Outcome.class));
        }
        return counts;
    }

    List<Histogram.Bucket> bucketsOf(List<Map<Outcome, Long>> counts) {
        List<Histogram.Bucket> parts = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            long begin = from + i * width;
            parts.add(new Histogram.Bucket(instant(begin), instant(Math.min(to, begin + width)), counts.get(i)));
        }
        return parts;
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
