package dev.auditlog.record;

import dev.auditlog.AuditUnavailableException;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.record.EventQueue.Offer;
import dev.auditlog.spi.EventSink;
import dev.auditlog.store.EventRows;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
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

    /** For a thread that was interrupted: enough to tell those who wait, and no wait for a driver that ignores it. */
    private static final Duration TO_GIVE_UP = Duration.ofSeconds(1);

    private static final Duration LOOK = Duration.ofMillis(5);

    private final Settings settings;
    private final EventQueue queue;
    private final ThreadFactory threads;
    private final Figures figures = new Figures();
    private final Health health;
    private final Writer writer;
    private final @Nullable Spooling spooling;
    private final EventLog log;
    private final Object starting = new Object();
    private volatile @Nullable Thread thread;
    private volatile @Nullable Thread spooler;
    private volatile boolean closed;
    private volatile @Nullable Supplier<RelayStatus> outbox;
    private volatile RecorderStatus.About about = RecorderStatus.About.UNKNOWN;

    GroupCommitRecorder(
            Settings settings,
            EventLog log,
            ThreadFactory threads,
            Supplier<List<EventSink>> sinks,
            @Nullable Spool spool) {
        this.settings = settings;
        this.log = log;
        this.threads = threads;
        queue = new EventQueue(settings.limits());
        health = new Health(settings, figures);
        Parts parts = new Parts(settings, log, queue, health, figures, new Sinks(sinks));
        spooling = spool == null ? null : new Spooling(spool, parts);
        writer = new Writer(parts, spooling);
        writer.telling(this::beaten);
    }

    /** Says what this is, for {@link #status}. */
    void introduce(RecorderStatus.About it) {
        about = it;
    }

    @Override
    public void start() {
        startThread(new UUID(0, 0));
    }

    @Override
    public Receipt record(AuditEvent event) {
        return begin(event).await();
    }

    @Override
    public Recording begin(AuditEvent event) {
        Begun begun = new Begun(Pending.awaited(EventRows.unplaced(event)));
        begun.enqueue();
        return begun;
    }

    @Override
    public boolean offer(AuditEvent event) {
        Pending pending = Pending.offered(EventRows.unplaced(event));
        boolean queued = queue.offer(pending) == Offer.QUEUED;
        if (queued) {
            startThreadOrNot(pending.id());
        } else {
            figures.lostOne();
        }
        return queued;
    }

    /** Nobody is to be told: the event waits, and the next one tries again. */
    private void startThreadOrNot(UUID id) {
        try {
            startThread(id);
        } catch (AuditUnavailableException e) {
            health.error(e.getMessage());
        }
    }

    @Override
    public boolean isAccepting() {
        return (health.isAccepting() || spooling != null && spooling.takes()) && !closed;
    }

    @Override
    public void refused() {
        figures.refusedOne();
    }

    @Override
    public RecorderStatus status() {
        return new RecorderStatus(
                settings.application(),
                writer.node(),
                isAccepting(),
                figures.counters(),
                new RecorderStatus.Queue(queue.size(), queue.sizeBytes()),
                figures.commits(),
                figures.lately(),
                spooling == null ? null : spooling.status(),
                health.lastError(),
                health.lastErrorAt(),
                outboxOrNull(),
                about,
                log.concerns());
    }

    private @Nullable RelayStatus outboxOrNull() {
        Supplier<RelayStatus> relay = outbox;
        RelayStatus now = relay == null ? null : relay.get();
        return now != null && now.isUsed() ? now : null;
    }

    @Override
    public RecorderStatus.Counters counters() {
        return figures.counters();
    }

    @Override
    public String node() {
        return writer.node();
    }

    @Override
    public void showing(Supplier<RelayStatus> relay) {
        outbox = relay;
    }

    @Override
    public void tellBeside(String key, Consumer<String> what) {
        writer.notices().put(key, what);
    }

    @Override
    public void watching(Runnable changed) {
        figures.watching(changed);
    }

    private RecorderStatus beaten() {
        figures.changed();
        return status();
    }

    @Override
    public void close() {
        synchronized (starting) {
            closed = true;
            writer.end();
            queue.close();
        }
        end(thread, settings.drain());
        if (spooling != null) {
            spooling.end();
            end(spooler, TO_GIVE_UP);
            spooling.close(writer::giveUp);
        }
        queue.drain().forEach(writer::giveUp);
    }

    /** Lets a thread come to its end; one that hangs in a driver is interrupted: its events were not acknowledged. */
    private static void end(@Nullable Thread last, Duration patience) {
        if (last != null && !joined(last, patience)) {
            last.interrupt();
            joined(last, TO_GIVE_UP);
        }
    }

    private static boolean joined(Thread last, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        return uninterruptibly(() -> {
            TimeUnit.NANOSECONDS.timedJoin(last, Math.max(1, deadline - System.nanoTime()));
            return !last.isAlive();
        });
    }

    /** Starts the threads at the first event, and anew if the server has ended them. */
    private void startThread(UUID event) {
        if (isAlive(thread) && (spooling == null || isAlive(spooler))) {
            return;
        }
        synchronized (starting) {
            try {
                if (!closed && !isAlive(thread)) {
                    thread = started(writer, "audit-writer-");
                }
                if (!closed && spooling != null && !isAlive(spooler)) {
                    spooler = started(spooling, "audit-spooler-");
                }
            } catch (RuntimeException | OutOfMemoryError e) { // so a machine says that it has no thread left
                throw RecordMessages.noThread(event, e);
            }
        }
    }

    private Thread started(Runnable work, String name) {
        Thread next = threads.newThread(work);
        next.setName(name + settings.chain());
        next.start();
        return next;
    }

    private static boolean isAlive(@Nullable Thread thread) {
        return thread != null && thread.isAlive();
    }

    /** Goes on after an interrupt, and sets the flag again at the end. */
    private static <T> T uninterruptibly(Waiting<T> waiting) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return waiting.result();
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

    /** An event and the wait for it. */
    private final class Begun implements Recording {

        private final Thread beginner = Thread.currentThread();
        private final Pending pending;
        private Offer offer = Offer.FULL;

        Begun(Pending pending) {
            this.pending = pending;
        }

        /** Without waiting for room. */
        void enqueue() {
            offer = queue.offer(pending);
            if (offer == Offer.QUEUED) {
                startThreadOrNot(pending.id());
            }
        }

        @Override
        public Receipt await() {
            boolean kept = false;
            try {
                awaitRoom();
                startThread(pending.id());
                Receipt receipt = awaitAnswer();
                kept = true;
                return receipt;
            } finally {
                if (!kept) {
                    figures.refusedOne(); // here alone: the writer may refuse it too, later
                }
            }
        }

        @Override
        public int sizeBytes() {
            return pending.sizeBytes();
        }

        private void awaitRoom() {
            if (offer == Offer.FULL) {
                figures.waited();
                offer = uninterruptibly(() -> queue.offer(pending, pending.remainingNanos(settings.timeout())));
            }
            if (offer == Offer.CLOSED) {
                throw RecordMessages.closed(pending.id(), pending.waited());
            } else if (offer == Offer.FULL) {
                throw RecordMessages.queueFull(pending.id(), pending.waited(), settings.limits());
            }
        }

        private Receipt awaitAnswer() {
            Receipt receipt = Thread.currentThread() == beginner ? pending.await(settings.timeout()) : look();
            if (receipt == null) {
                health.late();
                throw RecordMessages.notInTime(pending.id(), pending.waited(), health.lastError());
            }
            return receipt;
        }

        /** The answer wakes the thread that began; another one has to look. */
        private @Nullable Receipt look() {
            Receipt receipt;
            do {
                Duration next = pending.waited().plus(LOOK);
                receipt = pending.await(next.compareTo(settings.timeout()) < 0 ? next : settings.timeout());
            } while (receipt == null && pending.remainingNanos(settings.timeout()) > 0);
            return receipt;
        }
    }

    /** A wait with a deadline of its own. */
    private interface Waiting<T> {
        T result() throws InterruptedException;
    }
}
