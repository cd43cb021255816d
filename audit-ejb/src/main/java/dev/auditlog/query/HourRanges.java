package dev.auditlog.query;

import java.util.ArrayList;
import java.util.List;

/**
 * A time range as whole hours, and what is left at both ends.
 *
 * @param hours whole hours of the range
 */
record HourRanges(TimeRange range, HourRange hours) {

    /** Numbers of one length for some hours. */
    record Part(Span span, HourRange hours) {}

    static HourRanges of(TimeRange range) {
        long from = EventSql.micros(range.from());
        long to = EventSql.micros(range.to());
        return new HourRanges(range, new HourRange((int) -Math.floorDiv(-from, HourRange.HOUR_MICROS), (int)
                Math.floorDiv(to, HourRange.HOUR_MICROS)));
    }

    /** The hours that numbers can answer for of which the shortest are of this length. */
    HourRange whole(Span finest) {
        return finest.whole(hours);
    }

    /** The same in parts, each of the longest numbers that there are. */
    List<Part> parts(Span finest) {
        List<Part> parts = new ArrayList<>();
        divide(whole(finest), Span.values()[0], parts);
        return parts;
    }

    private static void divide(HourRange hours, Span span, List<Part> parts) {
        HourRange whole = span.whole(hours);
        if (hours.isEmpty()) {
            return;
        } else if (whole.isEmpty()) {
            divide(hours, span.finer(), parts);
            return;
        }
        parts.add(new Part(span, whole));
        if (!whole.equals(hours)) {
            divide(new HourRange(hours.from(), whole.from()), span.finer(), parts);
            divide(new HourRange(whole.to(), hours.to()), span.finer(), parts);
        }
    }

    /** The range without some of its hours in its middle. */
    List<TimeRange> beside(HourRange middle) {
        List<TimeRange> ends = new ArrayList<>();
        TimeRange inner = times(middle);
        if (range.from().isBefore(inner.from())) {
            ends.add(new TimeRange(range.from(), inner.from()));
        }
        if (inner.to().isBefore(range.to())) {
            ends.add(new TimeRange(inner.to(), range.to()));
        }
        return ends;
    }

    static TimeRange times(HourRange hours) {
        return new TimeRange(
                Scale.instant(hours.from() * HourRange.HOUR_MICROS), Scale.instant(hours.to() * HourRange.HOUR_MICROS));
    }
}
