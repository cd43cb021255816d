package dev.auditlog.capture;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What waits for the end of the outermost call: events whose transaction has just ended. Servers tell that while they
 * still hold the transaction's connection, which may be the only one that the recorder could have. ADR 0065.
 */
final class Afterwards {

    private final Queue<Runnable> work = new ConcurrentLinkedQueue<>();
    private volatile boolean over;

    /** Does it at the end of the call; at once if that is over. */
    void add(Runnable task) {
        work.add(task);
        if (over) {
            run();
        }
    }

    /** The call ends. */
    void run() {
        over = true;
        for (Runnable task = work.poll(); task != null; task = work.poll()) {
            task.run();
        }
    }
}
