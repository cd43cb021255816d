package dev.auditlog.bench.seed;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A day, or the part of it that lies in the plan.
 *
 * @param date in UTC
 * @param from microseconds since 1970, inclusive
 * @param to exclusive
 * @param events how many
 */
record Day(LocalDate date, long from, long to, int events) {

    private static final double GROWTH = 0.3;
    private static final double HOUR_SECONDS = 3600;

    /** The days of a plan; their events are as many as the plan's. */
    static List<Day> of(SeedPlan plan) {
        Instant end = plan.until();
        Instant start = end.minus(Duration.ofDays(plan.days()));
        List<LocalDate> dates = start.atZone(ZoneOffset.UTC)
                .toLocalDate()
                .datesUntil(end.minusNanos(1000)
                        .atZone(ZoneOffset.UTC)
                        .toLocalDate()
                        .plusDays(1))
                .toList();
        double[] weights = new double[dates.size()];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weight(dates.get(i), start, end) * (1 + GROWTH * i / weights.length);
            sum += weights[i];
        }
        List<Day> days = new ArrayList<>();
        double before = 0;
        long given = 0;
        for (int i = 0; i < weights.length; i++) {
            before += weights[i];
            long until = i == weights.length - 1 ? plan.events() : Math.round(plan.events() * before / sum);
            days.add(of(dates.get(i), start, end, Math.toIntExact(until - given)));
            given = until;
        }
        return days;
    }

    private static Day of(LocalDate date, Instant start, Instant end, int events) {
        Instant midnight = date.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant next = midnight.plus(1, ChronoUnit.DAYS);
        return new Day(
                date,
                micros(midnight.isBefore(start) ? start : midnight),
                micros(next.isAfter(end) ? end : next),
                events);
    }

    /** Of whole hours; a part of one counts as its share of it. */
    private static double weight(LocalDate date, Instant start, Instant end) {
        Instant midnight = date.atStartOfDay(ZoneOffset.UTC).toInstant();
        Hours hours = Hours.of(date);
        double weight = 0;
        for (int hour = 0; hour < 24; hour++) {
            Instant from = midnight.plus(hour, ChronoUnit.HOURS);
            Instant to = from.plus(1, ChronoUnit.HOURS);
            Instant cutFrom = from.isBefore(start) ? start : from;
            Instant cutTo = to.isAfter(end) ? end : to;
            double seconds = Math.max(0, Duration.between(cutFrom, cutTo).toSeconds());
            weight += hours.weight(hour, hour + 1) * seconds / HOUR_SECONDS;
        }
        return weight;
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
