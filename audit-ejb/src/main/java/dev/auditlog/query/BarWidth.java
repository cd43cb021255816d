package dev.auditlog.query;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How long the parts of a time range are, as clocks and calendars divide time.
 *
 * @param amount so many units
 * @param unit microseconds to years
 */
public record BarWidth(int amount, ChronoUnit unit) {

    /** Those there are, the shortest first. A week begins on Monday, several years with one that they divide. */
    public static final List<BarWidth> LADDER = Stream.of(
                    of(ChronoUnit.MICROS, 1, 2, 5, 10, 20, 50, 100, 200, 500),
                    of(ChronoUnit.MILLIS, 1, 2, 5, 10, 20, 50, 100, 200, 500),
                    of(ChronoUnit.SECONDS, 1, 2, 5, 10, 15, 30),
                    of(ChronoUnit.MINUTES, 1, 2, 5, 10, 15, 30),
                    of(ChronoUnit.HOURS, 1, 2, 3, 6, 12),
                    of(ChronoUnit.DAYS, 1),
                    of(ChronoUnit.WEEKS, 1),
                    of(ChronoUnit.MONTHS, 1, 3),
                    of(ChronoUnit.YEARS, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000))
            .flatMap(widths -> widths)
            .toList();

    private static final Duration HOUR = Duration.ofHours(1);

    private static Stream<BarWidth> of(ChronoUnit unit, int... amounts) {
        return IntStream.of(amounts).mapToObj(amount -> new BarWidth(amount, unit));
    }

    /** How long it mostly is: a day has 24 hours, a month a twelfth of a year. */
    public Duration about() {
        return unit.getDuration().multipliedBy(amount);
    }

    /** Whether it is the same length of time always, and fits into every hour. */
    boolean isOfTheClock() {
        return about().compareTo(HOUR) <= 0;
    }

    /** The last border by the calendar that is not after a local time; of one that is longer than an hour. */
    LocalDateTime floor(LocalDateTime local) {
        LocalDateTime day = local.toLocalDate().atStartOfDay();
        return switch (unit) {
            case HOURS -> day.plusHours(local.getHour() / amount * amount);
            case DAYS -> day;
            case WEEKS -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTHS -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % amount);
            case YEARS -> day.withDayOfYear(1).minusYears(day.getYear() % amount);
            default -> throw new IllegalStateException(unit + " are no calendar's");
        };
    }
}
