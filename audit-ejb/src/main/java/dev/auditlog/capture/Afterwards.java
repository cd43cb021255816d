package dev.auditlog.capture;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * What waits for the end of the outermost call: events whose transaction has just ended. Servers tell that while they
 * still hold the transaction's connection, which may be the only one that the recorder could have: ADR 0065. What has to be
 * waited for is begun there and waited for here, so that all waits of a call are over together: ADR 0095.
 */
final class Afterwards {

    /** More are held by no call, however many transactions it has: the oldest is waited for. */
    static final int MAX_WAITS = 1_000;

    private final Queue<Runnable> work = new ConcurrentLinkedQueue<>();
    private final Queue<BooleanSupplier> waits = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean over;
    private volatile boolean answered;
    private volatile boolean failed;

    /** Does it at the end of the call; at once if that is over. */
    void add(Runnable task) {
        work.add(task);
        if (over) {
            run();
        }
    }

    /**
     * Waits at the end of the call; at once if that is over.
     *
     * @param wait tells whether what it waited for came; throws nothing
     */
    void await(BooleanSupplier wait) {
        waits.add(wait);
        int now = waiting.incrementAndGet();
        if (answered) {
            awaitAll();
        } else if (now > MAX_WAITS) {
            awaitOldest();
        }
    }

    /** Something that the response must not leave without was not done. */
    void fail() {
        failed = true;
    }

    /** The call ends. */
    void run() {
        over = true;
        for (Runnable task = work.poll(); task != null; task = work.poll()) {
            task.run();
        }
    }

    /**
     * The response is about to leave.
     *
     * @return whether it may
     */
    boolean awaitAll() {
        answered = true;
        while (awaitOldest()) {
            // until none is left
        }
        return !failed;
    }

    /** Whether nobody waits any more, so that a wait would delay whoever adds it. */
    boolean isAnswered() {
        return answered;
    }

    private boolean awaitOldest() {
        BooleanSupplier oldest = waits.poll();
        if (oldest == null) {
            return false;
        }
        waiting.decrementAndGet();
        if (!oldest.getAsBoolean()) {
            failed = true;
        }
        return true;
    }
}
