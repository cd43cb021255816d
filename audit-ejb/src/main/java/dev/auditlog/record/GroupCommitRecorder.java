package dev.auditlog.record;

import dev.auditlog.AuditUnavailableException;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.spi.EventSink;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lets callers wait while one thread writes their events in batches ({@link Writer}).
 *
 * <p>A caller waits up to the timeout even while the store is known to be away: new calls are refused before they run,
 * so only those wait whose work is done, and a short outage costs them nothing. An event whose caller has given up stays
 * in the queue and is kept when the store is back: the work it tells of was done. An interrupted caller waits on, and
 * finds its interrupt flag set afterwards.
 */
final class GroupCommitRecorder implements RunningRecorder {

    private final Settings settings;
    private final BlockingQueue<Pending> queue;
    private final ThreadFactory threads;
    private final Health health;
    private final Writer writer;
    private final Object starting = new Object();
    private @Nullable Thread thread;
    private volatile boolean closed;

    GroupCommitRecorder(Settings settings, EventLog log, ThreadFactory threads, List<EventSink> sinks) {
        this.settings = settings;
        this.threads = threads;
        queue = new ArrayBlockingQueue<>(settings.capacity());
        health = new Health(settings);
        writer = new Writer(settings, log, queue, health, new Sinks(sinks));
    }

    @Override
    public Receipt record(AuditEvent event) {
        Pending pending = new Pending(event.toDraft()
                .application(settings.application())
                .node(settings.node())
                .toEvent());
        boolean answered = false;
        try {
            enqueue(pending);
            startThread(pending);
            Receipt receipt = await(pending);
            answered = true;
            return receipt;
        } catch (AuditUnavailableException e) {
            answered = e.code().equals(RecordMessages.REFUSED_BY_STORE); // counted by the writer
            throw e;
        } finally {
            if (!answered) {
                health.refused();
            }
        }
    }

    @Override
    public boolean isAccepting() {
        return !closed && health.isAccepting();
    }

    @Override
    public void refused() {
        health.refused();
    }

    @Override
    public RecorderStatus status() {
        return health.status(queue.size());
    }

    @Override
    public void close() {
        Thread last;
        synchronized (starting) {
            closed = true;
            writer.end();
            last = thread;
        }
        if (last != null) {
            long deadline = System.nanoTime() + settings.drain().toNanos();
            boolean ended = uninterruptibly(() -> {
                TimeUnit.NANOSECONDS.timedJoin(last, Math.max(1, deadline - System.nanoTime()));
                return !last.isAlive();
            });
            if (!ended) {
                last.interrupt(); // it hangs in the driver; its events were not acknowledged
            }
        }
        refuseRest();
    }

    private void refuseRest() {
        for (Pending left = queue.poll(); left != null; left = queue.poll()) {
            left.refuse(RecordMessages.closed(left.event().id(), left.waited()));
        }
    }

    private void enqueue(Pending pending) {
        if (closed) {
            throw RecordMessages.closed(pending.event().id(), pending.waited());
        }
        boolean queued = uninterruptibly(
                () -> queue.offer(pending, pending.remainingNanos(settings.timeout()), TimeUnit.NANOSECONDS));
        if (!queued) {
            throw RecordMessages.queueFull(pending.event().id(), pending.waited(), settings.capacity());
        }
    }

    /** Starts the writer's thread at the first event, and anew if the server has ended it. */
    private void startThread(Pending pending) {
        synchronized (starting) {
            if (closed || thread != null && thread.isAlive()) {
                return;
            }
            try {
                Thread next = threads.newThread(writer);
                next.setName("audit-writer-" + settings.chain());
                next.start();
                thread = next;
            } catch (RuntimeException e) {
                throw RecordMessages.noThread(pending.event().id(), e);
            }
        }
    }

    private Receipt await(Pending pending) {
        Receipt[] receipt = new Receipt[1];
        uninterruptibly(() -> {
            receipt[0] = pending.await(settings.timeout());
            return receipt[0] != null;
        });
        if (receipt[0] == null) {
            throw RecordMessages.notInTime(pending.event().id(), pending.waited(), health.lastError());
        }
        return receipt[0];
    }

    /** Goes on after an interrupt, and sets the flag again at the end. */
    private static boolean uninterruptibly(Waiting waiting) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return waiting.done();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A wait with a deadline of its own. */
    private interface Waiting {
        boolean done() throws InterruptedException;
    }
}
