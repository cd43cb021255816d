package dev.auditlog.record;

import dev.auditlog.AuditException;
import dev.auditlog.AuditUnavailableException;
import dev.auditlog.canonical.EventJson;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.store.Outbox;
import dev.auditlog.store.OutboxRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The callers' side of the relay; {@link RelayWork} is the thread's. */
final class RunningRelay implements OutboxRelay {

    private static final int QUESTIONS_AT_ONCE = 4;
    private static final Duration TO_END = Duration.ofSeconds(5);

    private final String application;
    private final Recorder recorder;
    private final Outbox outbox;
    private final Duration timeout;
    private final ThreadFactory threads;
    private final OutboxEntries entries;
    private final Turns turns = new Turns();
    private final Semaphore questions = new Semaphore(QUESTIONS_AT_ONCE);
    private final RelayWork work;
    private final Object starting = new Object();
    private volatile @Nullable Thread thread;
    private volatile boolean closed;

    RunningRelay(
            String application,
            Recorder recorder,
            Outbox outbox,
            Chairs chairs,
            Duration timeout,
            ThreadFactory threads) {
        this(application, recorder, outbox, chairs, timeout, threads, System::nanoTime);
    }

    RunningRelay(
            String application,
            Recorder recorder,
            Outbox outbox,
            Chairs chairs,
            Duration timeout,
            ThreadFactory threads,
            LongSupplier clock) {
        this.application = application;
        this.recorder = recorder;
        this.outbox = outbox;
        this.timeout = timeout;
        this.threads = threads;
        entries = new OutboxEntries(clock);
        work = new RelayWork(application, recorder, outbox, chairs, entries);
    }

    @Override
    public void needed() {
        work.needed();
    }

    @Override
    public void start() {
        synchronized (starting) {
            if (closed || thread != null && thread.isAlive()) {
                return;
            }
            Thread next = threads.newThread(work);
            next.setName("audit-outbox-" + application);
            next.start();
            thread = next;
        }
    }

    /** One pass of the thread's work, on this thread. */
    void pass() {
        work.pass();
    }

    @Override
    public @Nullable AuditException fault() {
        return work.fault();
    }

    @Override
    public boolean isIndependent() {
        return !outbox.isBeside() && work.isWorking();
    }

    @Override
    public void stage(UUID row, AuditEvent event) {
        AuditEvent placed = new Placement(application, work.node()).of(event);
        Thread now = thread;
        if (now == null || !now.isAlive()) {
            start(); // an application without a web module, say: nobody started it before
        }
        OutboxEntry entry = entries.add(event.id(), row); // before the row can be seen by the relay's thread
        try {
            outbox.add(new OutboxRow(row, application, placed.chain(), Instant.now(), EventJson.text(placed)));
        } catch (RuntimeException | Error e) {
            if (entries.dropRow(entry, row)) {
                forget(entry);
            }
            work.doubt();
            throw e;
        }
    }

    @Override
    public void committing(UUID event) {
        OutboxEntry entry = entries.of(event);
        if (entry != null) {
            turns.leave(entry.turn()); // that of a transaction which was rolled back
            entry.turn(turns.take());
        }
    }

    @Override
    public void rolledBack(UUID event) {
        OutboxEntry entry = entries.of(event);
        if (entry != null) {
            forget(entry);
        }
    }

    private void forget(OutboxEntry entry) {
        entries.remove(entry);
        turns.leave(entry.turn());
    }

    /**
     * Asked on a thread of its own: this one may have a transaction, which the question must not be a part of. A plain
     * one: a managed thread that is asked for inside a call keeps the application in memory on some servers (ADR 0061).
     * Few at a time, since a database that is away would keep a thread for each; commits that fail together wait.
     */
    @Override
    public @Nullable Set<UUID> committed(Collection<UUID> rows) {
        long until = System.nanoTime() + timeout.toNanos();
        try {
            if (!questions.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                return null; // the database is away, most likely: the relay asks later
            }
            FutureTask<Set<UUID>> question = new FutureTask<>(() -> held(rows));
            ask(question);
            return question.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | CancellationException | TimeoutException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private void ask(FutureTask<Set<UUID>> question) {
        Thread asking = new Thread(
                () -> {
                    try {
                        question.run();
                    } finally {
                        questions.release();
                    }
                },
                "audit-outbox-question");
        asking.setDaemon(true);
        try {
            asking.start();
        } catch (OutOfMemoryError e) {
            question.cancel(false);
            questions.release();
        }
    }

    private Set<UUID> held(Collection<UUID> rows) {
        Set<UUID> held = new HashSet<>();
        for (UUID row : rows) {
            if (outbox.holds(row)) {
                held.add(row);
            }
        }
        return held;
    }

    @Override
    public void record(AuditEvent event) {
        OutboxEntry entry = entries.of(event.id());
        if (entry == null) {
            recorder.record(event); // so long ago that the relay has moved it: its id is in the chain already
            return;
        }
        turns.await(entry.turn());
        turns.leave(entry.turn());
        if (!recorder.isAccepting() && outbox.isDurableAlone()) {
            leave(entry, event);
            return;
        }
        try {
            recorder.record(event);
            entry.recorded();
            work.recorded();
        } catch (AuditUnavailableException e) {
            leave(entry, event);
            if (!outbox.isDurableAlone()) {
                throw e;
            }
        }
    }

    private void leave(OutboxEntry entry, AuditEvent event) {
        work.leave(entry, event);
        Thread now = thread;
        if (now != null && now.isAlive()) {
            work.awaitKept(entry);
        }
    }

    @Override
    public void passBy(UUID event) {
        OutboxEntry entry = entries.of(event);
        if (entry != null) {
            turns.leave(entry.turn());
        }
    }

    @Override
    public void leaveInDoubt(AuditEvent ifCommitted, @Nullable AuditEvent ifRolledBack) {
        OutboxEntry entry = entries.ofEvent(ifCommitted.id());
        if (entry.rows().isEmpty()) {
            entry.add(ifCommitted.id()); // so long ago that it was forgotten
        }
        turns.leave(entry.turn());
        entry.doubted(ifCommitted, ifRolledBack);
    }

    @Override
    public RelayStatus status() {
        return work.status(entries.all().size());
    }

    @Override
    public void close() {
        Thread last;
        synchronized (starting) {
            closed = true;
            work.end();
            last = thread;
        }
        if (last == null) {
            return;
        }
        try {
            last.join(TO_END.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (last.isAlive()) {
            last.interrupt();
        }
    }
}
