package dev.auditlog.record;

import java.time.Duration;

/** Keeps a trouble that goes on from filling the log. For any thread. */
final class OnceAMinute {

    private static final long BETWEEN_NANOS = Duration.ofMinutes(1).toNanos();

    private boolean said;
    private long saidAtNanos;

    /** Whether to say it now; then not again for a minute. */
    synchronized boolean isDue() {
        long now = System.nanoTime();
        if (said && now - saidAtNanos < BETWEEN_NANOS) {
            return false;
        }
        said = true;
        saidAtNanos = now;
        return true;
    }
}
