package dev.auditlog.query;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Goes through a time range from its end to its beginning, in pieces that each take a part of the time that there is: the
 * latest events matter most where the time is short.
 */
final class Backwards {

    private static final int FIRST_PART = 32;
    private static final Duration FIRST_AT_LEAST = Duration.ofHours(1);
    private static final int PIECES_IN_TIME = 4; // so that the last one is not over the time by much
    private static final double FASTER = 16;
    private static final double SLOWER = 0.25;

    private final TimeRange range;
    private final long limitNanos;
    private final long startNanos = System.nanoTime();
    private Instant reached;

    Backwards(TimeRange range, Duration limit) {
        this.range = range;
        this.limitNanos = limit.toNanos();
        this.reached = range.to();
    }

    /** Does all pieces that there is time for, the first one always. A piece that times out ends it. */
    void walk(Consumer<TimeRange> piece) {
        double length = Math.max(nanos(range) / FIRST_PART, FIRST_AT_LEAST.toNanos());
        do {
            TimeRange next = new TimeRange(before(length), reached);
            long begun = System.nanoTime();
            try {
                piece.accept(next);
            } catch (QueryTimeoutException late) {
                return;
            }
            reached = next.from();
            double aim = (double) limitNanos / PIECES_IN_TIME / Math.max(1, System.nanoTime() - begun);
            length *= Math.min(FASTER, Math.max(SLOWER, aim));
        } while (!isComplete() && !left().isZero());
    }

    private static double nanos(TimeRange range) {
        return Duration.between(range.from(), range.to()).toSeconds() * 1e9;
    }

    private Instant before(double length) {
        double whole = nanos(new TimeRange(range.from(), reached));
        return length >= whole ? range.from() : reached.minusNanos((long) length);
    }

    /** The time that is left; zero once it is over. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, limitNanos - (System.nanoTime() - startNanos)));
    }

    /** From when on everything was done. */
    Instant reached() {
        return reached;
    }

    boolean isComplete() {
        return reached.equals(range.from());
    }
}
