package dev.auditlog.query;

/** For what time a number is kept: the longer the time, the fewer numbers answer for a long range. Coarsest first. */
enum Span {
    /** Eight days: of 30 days most lie in whole ones, and a year has 46. */
    DAYS(2, 192),
    DAY(1, 24),
    HOUR(0, 1);

    private final int number;
    private final int hours;

    /**
     * A length of time; they follow one another from 1970 UTC on.
     *
     * @param number in the table, never used for anything else
     */
    Span(int number, int hours) {
        this.number = number;
        this.hours = hours;
    }

    /** The number in the column {@code field}. */
    int field(Counted kind) {
        return values().length * kind.number() + number;
    }

    /** The first hour of that in which an hour lies. */
    int start(int hour) {
        return Math.floorDiv(hour, hours) * hours;
    }

    /** Those that lie in a range as a whole. */
    HourRange whole(HourRange range) {
        return new HourRange(-start(-range.from()), start(range.to()));
    }

    /** The next shorter one, of all but the last. */
    Span finer() {
        return values()[ordinal() + 1];
    }
}
