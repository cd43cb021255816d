package dev.auditlog.query;

import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** The end of the time for several statements together. */
final class Deadline {

    private final Duration limit;
    private final long beganNanos = System.nanoTime();

    /** Begins now. */
    Deadline(Duration limit) {
        this.limit = limit;
    }

    /** Throws what a statement throws that takes too long, once the time is over. */
    void check() {
        if (System.nanoTime() - beganNanos > limit.toNanos()) {
            throw QueryMessages.timeout(limit, new TimeoutException());
        }
    }
}
