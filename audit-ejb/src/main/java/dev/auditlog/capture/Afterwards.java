package dev.auditlog.capture;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * What waits for the end of the outermost call: events whose transaction has just ended. Servers tell that while they
 * still hold the transaction's connection, which may be the only one that the recorder could have: ADR 0065. What has to be
 * waited for is begun there and waited for here, so that all waits of a call are over together: ADR 0095.
 */
final class Afterwards {

    /** More are held by no call, however many transactions it has: the oldest is waited for. */
    static final int MAX_WAITS = 1_000;

    /**
     * More than this, about, is held by no calls together; a call waits for its oldest event then, but holds one in any case, as the
     * recorder's queue lets one in however large. What waits in that queue is counted there too: what is held beside it are events
     * that are durable already, and those for which it has no room. With its default of 32 MiB and a batch of 4 MiB all stays
     * below 64 MiB.
     */
    static final long MAX_BYTES = 16L << 20;

    private static final AtomicLong HELD = new AtomicLong();

    private final Queue<Runnable> work = new ConcurrentLinkedQueue<>();
    private final Queue<Wait> waits = new ConcurrentLinkedQueue<>();
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
     * @param bytes memory that is held until then, about
     */
    void await(BooleanSupplier wait, long bytes) {
        waits.add(new Wait(wait, bytes));
        HELD.addAndGet(bytes);
        waiting.incrementAndGet();
        if (answered) {
            awaitAll();
        }
        while (waiting.get() > MAX_WAITS || waiting.get() > 1 && HELD.get() > MAX_BYTES) {
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
        Wait oldest = waits.poll();
        if (oldest == null) {
            return false;
        }
        waiting.decrementAndGet();
        try {
            if (!oldest.end().getAsBoolean()) {
                failed = true;
            }
        } finally {
            HELD.addAndGet(-oldest.bytes());
        }
        return true;
    }

    /** Memory that all calls hold. */
    static long heldBytes() {
        return HELD.get();
    }

    private record Wait(BooleanSupplier end, long bytes) {}
}
