package dev.auditlog.record;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Events that wait for the writer, in the order in which they came; bounded in number and in memory. Many callers, one
 * writer. A plain queue of the JDK counts events alone, and one event may be a thousand times larger than another.
 *
 * <p>A commit costs the same for one event as for thirty. So the writer waits a moment for as many as came together lately,
 * unless it was one alone: who calls without others around waits for nobody.
 */
final class EventQueue {

    /** What became of an event that was offered. */
    enum Offer {
        QUEUED,
        FULL,
        CLOSED
    }

    private final Limits limits;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition some = lock.newCondition();
    private final Condition room = lock.newCondition();
    private final Deque<Pending> events = new ArrayDeque<>();
    private long bytes;
    private boolean writerWaits;
    private int crowd = 1; // how many came together lately
    private boolean closed;

    EventQueue(Limits limits) {
        this.limits = limits;
    }

    /** Puts the event in if there is room now. */
    Offer offer(Pending event) {
        lock.lock();
        try {
            return put(event);
        } finally {
            lock.unlock();
        }
    }

    /** Puts the event in, and waits for room that long. */
    Offer offer(Pending event, long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            Offer offer = put(event);
            while (offer == Offer.FULL && left > 0) {
                left = room.awaitNanos(left);
                offer = put(event);
            }
            return offer;
        } finally {
            lock.unlock();
        }
    }

    private Offer put(Pending event) {
        if (closed) {
            return Offer.CLOSED;
        }
        boolean fits = events.size() < limits.queueEvents() && bytes + event.sizeBytes() <= limits.queueBytes();
        if (!fits && !events.isEmpty()) {
            return Offer.FULL;
        }
        events.add(event);
        bytes += event.sizeBytes();
        if (writerWaits && (events.size() == 1 || events.size() >= crowd)) {
            some.signal();
        }
        return Offer.QUEUED;
    }

    /** Takes what fits into one batch; waits that long for the first event, and not at all once the queue is closed. */
    List<Pending> take(long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            writerWaits = true;
            while (events.isEmpty() && !closed && left > 0) {
                left = some.awaitNanos(left);
            }
            linger();
            return crowdOf(batch());
        } finally {
            writerWaits = false;
            lock.unlock();
        }
    }

    private void linger() throws InterruptedException {
        long left = events.isEmpty() ? 0 : limits.lingerNanos();
        while (events.size() < crowd && !closed && left > 0) {
            left = some.awaitNanos(left);
        }
    }

    /** Grows at once, and forgets slowly: the next commit may find few by chance. */
    private List<Pending> crowdOf(List<Pending> batch) {
        crowd = Math.max(batch.size(), crowd - Math.max(1, crowd / 8));
        return batch;
    }

    private List<Pending> batch() {
        List<Pending> batch = new ArrayList<>(Math.min(events.size(), limits.batchEvents()));
        long taken = 0;
        while (!events.isEmpty() && batch.size() < limits.batchEvents()) {
            int size = events.peek().sizeBytes();
            if (!batch.isEmpty() && taken + size > limits.batchBytes()) {
                break;
            }
            taken += size;
            batch.add(events.remove());
        }
        bytes -= taken;
        if (!batch.isEmpty()) {
            room.signalAll();
        }
        return batch;
    }

    /** Takes all that waits, however much. */
    List<Pending> drain() {
        lock.lock();
        try {
            List<Pending> all = new ArrayList<>(events);
            events.clear();
            bytes = 0;
            room.signalAll();
            return all;
        } finally {
            lock.unlock();
        }
    }

    /** Nothing is let in any more; what is in can be taken. */
    void close() {
        lock.lock();
        try {
            closed = true;
            some.signalAll();
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How many events the next batch would like to have. */
    int crowd() {
        lock.lock();
        try {
            return crowd;
        } finally {
            lock.unlock();
        }
    }

    /** Whether the writer waits for events now. */
    boolean isWaitedFor() {
        lock.lock();
        try {
            return writerWaits;
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return events.size();
        } finally {
            lock.unlock();
        }
    }

    long sizeBytes() {
        lock.lock();
        try {
            return bytes;
        } finally {
            lock.unlock();
        }
    }
}
