package dev.auditlog.record;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * The order in which calls hand over their events: that in which they committed. A turn is taken when the
 * transaction is about to commit, after its writes; so of two transactions of which one needed the other, that other one has the earlier
 * turn, however their threads run on. Who is slow is passed after {@link #PATIENCE}.
 */
final class Turns {

    /** A usual response follows its commit within this time; a slow one must not delay others for longer. */
    static final Duration PATIENCE = Duration.ofMillis(200);

    private final TreeMap<Long, Long> open = new TreeMap<>(); // turn, and when it was taken
    private long last;

    synchronized long take() {
        open.put(++last, System.nanoTime());
        return last;
    }

    /** Lets the later ones pass. */
    synchronized void leave(long turn) {
        boolean first = !open.isEmpty() && open.firstKey() == turn;
        if (open.remove(turn) != null && first) {
            notifyAll();
        }
    }

    /** Waits until all earlier ones have left or were passed. An interrupt ends the wait. */
    synchronized void await(long turn) {
        try {
            for (long nanos = nanosBefore(turn); nanos > 0; nanos = nanosBefore(turn)) {
                wait(nanos / 1_000_000 + 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long nanosBefore(long turn) {
        Map.Entry<Long, Long> first = open.firstEntry();
        while (first != null && first.getKey() < turn) {
            long left = PATIENCE.toNanos() - (System.nanoTime() - first.getValue());
            if (left > 0) {
                return left;
            }
            open.remove(first.getKey());
            first = open.firstEntry();
        }
        return 0;
    }
}
