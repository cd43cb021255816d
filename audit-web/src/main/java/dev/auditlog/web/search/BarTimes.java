package dev.auditlog.web.search;

import dev.auditlog.query.BarWidth;
import dev.auditlog.query.Histogram.Bucket;
import dev.auditlog.web.text.Clock;
import dev.auditlog.web.text.Words;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Says from when to when a bar is, as finely as its width needs; where the range cuts it, one unit finer, and of what. */
final class BarTimes {

    private static final List<ChronoUnit> UNITS =
            List.of(ChronoUnit.MINUTES, ChronoUnit.SECONDS, ChronoUnit.MILLIS, ChronoUnit.MICROS);

    private final int fineness;
    private final Words words;

    BarTimes(BarWidth width, Words words) {
        this.fineness = (int) UNITS.stream()
                .takeWhile(unit -> unit.compareTo(width.unit()) > 0)
                .count();
        this.words = words;
    }

    String when(Bucket bucket) {
        if (!bucket.isCut()) {
            return range(bucket.from(), bucket.to(), fineness);
        }
        return words.texts()
                .text(
                        "time.cut",
                        range(bucket.from(), bucket.to(), fineness + 1),
                        range(bucket.whole().from(), bucket.whole().to(), fineness));
    }

    private String range(Instant from, Instant to, int fine) {
        return point(from, fine) + " – " + point(to, fine);
    }

    private String point(Instant instant, int fine) {
        Clock clock = words.clock(instant);
        return clock.date() + " " + time(clock, UNITS.get(Math.min(fine, UNITS.size() - 1)))
                + offset(instant, words.zone());
    }

    static String time(Clock clock, ChronoUnit unit) {
        return switch (unit) {
            case MICROS -> clock.time() + clock.millis() + clock.micros();
            case MILLIS -> clock.time() + clock.millis();
            case SECONDS -> clock.time();
            default -> clock.time().substring(0, clock.time().lastIndexOf(':'));
        };
    }

    /** Of a local time that comes twice, since a clock is set back; the time alone would not say which. */
    private static String offset(Instant instant, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
        return zone.getRules().getValidOffsets(local).size() > 1
                ? " (" + zone.getRules().getOffset(instant) + ")"
                : "";
    }
}
