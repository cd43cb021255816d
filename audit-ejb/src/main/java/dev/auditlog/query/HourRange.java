package dev.auditlog.query;

/** Whole hours since 1970 UTC, the last one exclusive. */
record HourRange(int from, int to) {

    static final int HOURS_OF_DAY = 24;
    static final long HOUR_MICROS = 3_600_000_000L;
    static final long DAY_MICROS = HOURS_OF_DAY * HOUR_MICROS;

    boolean isEmpty() {
        return from >= to;
    }
}
