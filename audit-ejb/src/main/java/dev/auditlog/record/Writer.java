package dev.auditlog.record;

import dev.auditlog.event.AuditEvent;
import dev.auditlog.store.SqlErrors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Takes what waits in the queue, numbers it, and writes it in one transaction; on one thread.
 *
 * <p><b>Numbers.</b> The next sequence is kept in memory while all goes well. After any failure it is unknown and read
 * again, so a batch that failed leaves no gap, and numbers that another writer of the same chain took are skipped.
 *
 * <p><b>Exactly once.</b> A commit that reports a failure may have happened. So after each failure the ids of the batch
 * are looked up, and only those that are not there are written again. Should the lost commit happen after that look, the
 * primary key refuses the second insert, and the next look finds the event.
 *
 * <p><b>Whose fault.</b> If a value was refused, each event of the batch is tried alone, and the refused one is given up.
 * Every other failure is the store's: nothing is given up, new calls are refused meanwhile, and the batch is tried again
 * each second. A store that takes other writes but fails a batch {@value #FAILURES_BEFORE_DOUBT} times is not believed to
 * be away: its events are tried alone too, so that one event cannot stop all others for ever.
 *
 * <p><b>Crash.</b> Before the commit nothing is kept; after it the event is kept, and its caller is answered or gone.
 */
final class Writer implements Runnable {

    static final int FAILURES_BEFORE_DOUBT = 5;

    private static final int CONFLICTS_IN_A_ROW = 20;
    private static final long UNKNOWN = -1;
    private static final long POLL_MS = 200;

    private final Settings settings;
    private final EventLog log;
    private final BlockingQueue<Pending> queue;
    private final Health health;
    private final Sinks sinks;
    private long nextSequence = UNKNOWN;
    private volatile long endNanos;
    private volatile boolean ending;

    Writer(Settings settings, EventLog log, BlockingQueue<Pending> queue, Health health, Sinks sinks) {
        this.settings = settings;
        this.log = log;
        this.queue = queue;
        this.health = health;
        this.sinks = sinks;
    }

    /** Lets the thread end when the queue is empty, or the time is over. */
    void end() {
        endNanos = System.nanoTime() + settings.drain().toNanos();
        ending = true;
    }

    @Override
    public void run() {
        List<Pending> batch = new ArrayList<>();
        try {
            while (take(batch)) {
                write(batch);
                batch.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the server ends the deployment
        } finally {
            health.writerEnds();
            queue.drainTo(batch);
            batch.forEach(p -> p.refuse(RecordMessages.closed(p.event().id(), p.waited())));
        }
    }

    private boolean take(List<Pending> batch) throws InterruptedException {
        while (batch.isEmpty()) {
            Pending first = queue.poll(ending ? 0 : POLL_MS, TimeUnit.MILLISECONDS);
            if (first != null) {
                batch.add(first);
                queue.drainTo(batch, settings.batch() - 1);
            } else if (ending) {
                return false;
            }
        }
        return true;
    }

    /** Returns when each event is durable or given up. */
    private void write(List<Pending> batch) throws InterruptedException {
        List<Pending> open = batch;
        int conflicts = 0;
        for (int failures = 1; ; failures++) {
            Throwable failure = attempt(open);
            if (failure == null) {
                return;
            }
            if (Thread.currentThread().isInterrupted()) { // the failure may be the interrupt's
                throw new InterruptedException("the server ends the deployment");
            }
            boolean conflict = SqlErrors.isUniqueViolation(failure);
            boolean ofTheData = SqlErrors.isOfTheData(failure);
            if (!conflict && !ofTheData) {
                fail(failure); // before the look, which may wait long for a database that is away
            }
            open = withoutKept(open);
            if (open.isEmpty()) {
                return;
            }
            if (conflict && conflicts++ < CONFLICTS_IN_A_ROW) {
                continue;
            }
            if (ofTheData || failures >= FAILURES_BEFORE_DOUBT && takesWrites()) {
                giveUpOrSplit(open, failure);
                return;
            }
            pause();
        }
    }

    private void giveUpOrSplit(List<Pending> open, Throwable failure) throws InterruptedException {
        if (open.size() > 1) {
            for (Pending one : open) {
                write(List.of(one));
            }
            return;
        }
        Pending refused = open.get(0);
        UUID id = refused.event().id();
        String reason = SqlErrors.describe(failure);
        health.refusedEvent(id, reason);
        refused.refuse(RecordMessages.refusedByStore(id, refused.waited(), reason, failure));
    }

    /** Returns the failure; null if all is durable and answered. */
    private @Nullable Throwable attempt(List<Pending> open) {
        health.attemptBegins();
        try {
            if (nextSequence == UNKNOWN) {
                nextSequence = log.lastSequence() + 1;
            }
            List<AuditEvent> events = open.stream().map(Pending::event).toList();
            List<AuditEvent> written = log.append(events, nextSequence);
            nextSequence += written.size();
            answer(open, written);
            return null;
        } catch (RuntimeException | Error e) { // no memory for one event, say, must not end the thread of all
            nextSequence = UNKNOWN;
            return e;
        } finally {
            health.attemptEnds();
        }
    }

    /** Answers those that are durable in spite of the failure, and returns the others. */
    private List<Pending> withoutKept(List<Pending> open) throws InterruptedException {
        List<UUID> ids = open.stream().map(p -> p.event().id()).toList();
        while (true) {
            health.attemptBegins();
            try {
                return answer(open, log.kept(ids));
            } catch (RuntimeException e) {
                fail(e);
            } finally {
                health.attemptEnds();
            }
            pause();
        }
    }

    private List<Pending> answer(List<Pending> open, List<AuditEvent> durable) {
        if (durable.isEmpty()) {
            return open;
        }
        Map<UUID, AuditEvent> byId = new HashMap<>();
        durable.forEach(e -> byId.put(e.id(), e));
        List<Pending> kept = new ArrayList<>();
        List<Pending> rest = new ArrayList<>();
        open.forEach(p -> (byId.containsKey(p.event().id()) ? kept : rest).add(p));
        health.recorded(kept.size()); // first, so that who is answered finds itself counted
        kept.forEach(p -> p.keep(byId.get(p.event().id())));
        sinks.recorded(durable);
        return rest;
    }

    private boolean takesWrites() {
        health.attemptBegins();
        try {
            log.probe();
            return true;
        } catch (RuntimeException e) {
            return false;
        } finally {
            health.attemptEnds();
        }
    }

    private void fail(Throwable failure) {
        health.down(SqlErrors.describe(failure));
    }

    private void pause() throws InterruptedException {
        if (ending && System.nanoTime() - endNanos >= 0) {
            throw new InterruptedException("the time to drain is over");
        }
        Thread.sleep(settings.retry().toMillis());
    }
}
