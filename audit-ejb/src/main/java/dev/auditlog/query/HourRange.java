package dev.auditlog.query;

/** Whole hours since 1970 UTC, the last one exclusive. */
record HourRange(int from, int to) {

    static final long HOUR_MICROS = 3_600_000_000L;

    boolean isEmpty() {
        return from >= to;
    }
}
