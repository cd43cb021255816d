package dev.auditlog.bench.seed;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** When people work and when services do, in UTC: office hours, nights and weekends. */
final class Hours {

    private static final double[] PEOPLE = {
        0.2, 0.1, 0.1, 0.1, 0.2, 0.6, 2, 5, 9, 11, 11, 9, 6, 9, 10, 10, 8, 6, 3, 2, 1.5, 1, 0.7, 0.4
    };
    private static final double SERVICES = 1.1;
    private static final double NIGHTLY_RUN = 3.5;
    private static final int RUN_HOUR = 2;

    private final double[] people;
    private final double[] services;
    private final Weighted<Integer> hours;

    private Hours(double peopleFactor) {
        people = new double[PEOPLE.length];
        services = new double[PEOPLE.length];
        for (int hour = 0; hour < PEOPLE.length; hour++) {
            people[hour] = PEOPLE[hour] * peopleFactor;
            services[hour] = hour == RUN_HOUR ? SERVICES + NIGHTLY_RUN : SERVICES;
        }
        List<Integer> all = IntStream.range(0, PEOPLE.length).boxed().toList();
        hours = new Weighted<>(all, hour -> people[hour] + services[hour]);
    }

    static Hours of(LocalDate day) {
        return new Hours(factor(day.getDayOfWeek()));
    }

    private static double factor(DayOfWeek day) {
        return switch (day) {
            case MONDAY -> 1.1;
            case FRIDAY -> 0.85;
            case SATURDAY -> 0.15;
            case SUNDAY -> 0.08;
            default -> 1;
        };
    }

    /** How much goes on between two hours, the second exclusive. */
    double weight(int from, int to) {
        return IntStream.range(from, to)
                .mapToDouble(hour -> people[hour] + services[hour])
                .sum();
    }

    /** An hour of the day in which something goes on. */
    int pick(Dice dice) {
        return hours.pick(dice);
    }

    boolean isPerson(int hour, Dice dice) {
        return dice.chance(people[hour] / (people[hour] + services[hour]));
    }
}
