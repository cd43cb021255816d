package dev.auditlog.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A time range as whole days, whole hours beside them, and what is left at both ends.
 *
 * @param hours whole hours of the range
 * @param days whole days of the range, as hours
 */
record HourRanges(TimeRange range, HourRange hours, HourRange days) {

    static HourRanges of(TimeRange range) {
        long from = EventSql.micros(range.from());
        long to = EventSql.micros(range.to());
        return new HourRanges(range, whole(from, to, HourRange.HOUR_MICROS, 1), days(from, to));
    }

    private static HourRange days(long from, long to) {
        return whole(from, to, HourRange.DAY_MICROS, HourRange.HOURS_OF_DAY);
    }

    private static HourRange whole(long from, long to, long unit, int hours) {
        return new HourRange((int) (-Math.floorDiv(-from, unit) * hours), (int) (Math.floorDiv(to, unit) * hours));
    }

    /** The whole hours that lie in no whole day. */
    List<HourRange> hoursBesideDays() {
        if (days.isEmpty()) {
            return List.of(hours);
        }
        return Stream.of(new HourRange(hours.from(), days.from()), new HourRange(days.to(), hours.to()))
                .filter(part -> !part.isEmpty())
                .toList();
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
