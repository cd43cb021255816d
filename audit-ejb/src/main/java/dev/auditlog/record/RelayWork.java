package dev.auditlog.record;

import dev.auditlog.AuditException;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.store.Outbox;
import dev.auditlog.store.OutboxRow;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes rows away whose events are in the chain, and moves those that no call answers for, each second; on one thread.
 *
 * <p><b>Exactly once.</b> A row is deleted only after its event is recorded. Dying between the two moves the row again,
 * and the recorder finds the id in the chain.
 *
 * <p><b>Which rows.</b> Those of this process's own chain, while it has that chain, and those of chains of the same
 * application that nobody writes any more ({@link Adoption}). Of them, those that no running call answers for: each row that this process
 * writes is in {@link #entries} before it can be seen. A call that has not ended after {@link #FORGOTTEN} is given up, if
 * one of its transactions was asked to commit; else Derby would show rows that are not committed, and wait for them.
 *
 * <p><b>Faults.</b> An outbox that cannot be reached or used is a fault of all calls. A statement that waited in vain for
 * others is none: its step is done again with the next pass, or with the rows' next turn ({@link HeldRows}), and the
 * other steps are done now.
 *
 * <p><b>Order.</b> Rows are moved in the order of their insertion, which is that of the beginnings of transactions; if one cannot be moved now, the later ones wait.
 */
final class RelayWork implements Runnable {

    static final Duration FORGOTTEN = Duration.ofMinutes(10);

    private static final System.Logger LOG = System.getLogger(RelayWork.class.getName());
    private static final long PAUSE_MS = 1_000;
    private static final long QUIET_PAUSE_MS = 60_000; // no method asks for ATOMIC; rows may be left from before

    private final String application;
    private final Recorder recorder;
    private final Outbox outbox;
    private final RowMover mover;
    private final Adoption adoption;
    private final OutboxEntries entries;
    private final HeldRows held;
    private final Doubts doubts;
    private final LeftEvents left;
    private final AtomicInteger recorded = new AtomicInteger();
    private volatile long waiting;
    private volatile @Nullable Failure lastFailure;
    private volatile String node;
    private volatile @Nullable AuditException fault;
    private volatile boolean needed;
    private volatile boolean working;
    private volatile boolean doubted;
    private @Nullable String said;
    private boolean nudged;
    private boolean anyLeft;
    private boolean ending;

    RelayWork(String application, Recorder recorder, Outbox outbox, Chairs chairs, OutboxEntries entries) {
        this.application = application;
        this.recorder = recorder;
        this.outbox = outbox;
        this.entries = entries;
        adoption = new Adoption(chairs, entries::nanos);
        held = new HeldRows(application, entries, this::failure);
        mover = new RowMover(application, recorder, outbox, entries, this::failure);
        left = new LeftEvents(application, outbox, entries);
        doubts = new Doubts(outbox, entries, held, mover::isRecorded);
        node = recorder.status().node();
    }

    /** What failed, and when. */
    private record Failure(String words, Instant at) {}

    String node() {
        return node;
    }

    RelayStatus status(int open) {
        AuditException now = fault();
        Failure last = needed ? lastFailure : null; // an application without ATOMIC needs no outbox
        return new RelayStatus(
                needed,
                new RelayStatus.Rows(open, waiting, mover.moved(), mover.aside()),
                mover.movedAt(),
                now == null ? null : now.getMessage(),
                last == null ? null : last.words(),
                last == null ? null : last.at());
    }

    @Nullable
    AuditException fault() {
        return needed ? fault : null;
    }

    boolean isWorking() {
        return working;
    }

    void needed() {
        if (!needed) {
            needed = true;
            nudge();
        }
    }

    /** A call could not write its row: whether others can is looked at now. */
    void doubt() {
        doubted = true;
        nudge();
    }

    /** One more row may go. */
    void recorded() {
        if (recorded.incrementAndGet() >= Outbox.PAGE) {
            nudge();
        }
    }

    /** A call leaves its event to be recorded here. */
    void leave(OutboxEntry entry, AuditEvent event) {
        left.add(entry, event);
        synchronized (this) {
            anyLeft = true;
            notifyAll();
        }
    }

    /** Returns once the row of what was left tells of it, or there is no hope that it soon does. */
    void awaitKept(OutboxEntry entry) {
        if (working && !outbox.isBeside()) { // else it is where the recorder's events cannot go either
            left.await(entry);
        }
    }

    private synchronized void nudge() {
        nudged = true;
        notifyAll();
    }

    synchronized void end() {
        ending = true;
        mover.end();
        notifyAll();
    }

    @Override
    public void run() {
        try {
            while (!isEnding()) {
                pass();
                pause();
            }
            deleteRecorded();
            left.keep(node);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the server ends the deployment: the rows wait for the next start
        } catch (AuditException e) {
            LOG.log(Level.DEBUG, "rows of recorded events stay until the next start", e);
        }
    }

    private synchronized boolean isEnding() {
        return ending;
    }

    /** Puts what calls leave into their rows until the next pass is due. */
    private void pause() throws InterruptedException {
        long until = System.nanoTime() + (needed ? PAUSE_MS : QUIET_PAUSE_MS) * 1_000_000;
        while (isAnyLeft(until)) {
            keepLeft();
        }
    }

    /** Waits. Returns false when the next pass is due. */
    private synchronized boolean isAnyLeft(long until) throws InterruptedException {
        while (!ending && !nudged && !anyLeft && until - System.nanoTime() > 0) {
            wait(Math.max(1, (until - System.nanoTime()) / 1_000_000));
        }
        boolean due = ending || nudged || until - System.nanoTime() <= 0;
        nudged = false;
        anyLeft = false;
        return !due;
    }

    private void keepLeft() {
        try {
            unlessBusy(() -> left.keep(node));
        } catch (AuditException e) {
            failed(e);
        }
    }

    /** Does what there is to do now; a failure ends it until the next one. */
    void pass() {
        node = recorder.status().node();
        try {
            if ((!working || doubted) && !works()) {
                return;
            }
            unlessBusy(this::deleteRecorded);
            boolean accepting = recorder.isAccepting();
            if (accepting) {
                doubts.ask();
            } else {
                adoption.storeIsAway();
            }
            String own = application + "@" + node;
            long rows = 0;
            for (String chain : outbox.chains(application)) {
                boolean ours = accepting ? move(chain, own) : chain.equals(own); // while it is away, it says of none
                rows += ours ? outbox.waiting(chain) : 0;
            }
            waiting = rows;
            unlessBusy(() -> left.keep(node));
        } catch (AuditException e) {
            if (HeldRows.isOfAWait(e)) {
                failure(e.getMessage());
            } else {
                failed(e);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "the audit database does not say whose chains they are", e); // the recorder says it
        }
    }

    private boolean works() {
        doubted = false;
        try {
            outbox.check();
        } catch (AuditException e) {
            failed(e);
            return false;
        }
        working = true;
        fault = null;
        if (said != null) {
            said = null;
            LOG.log(Level.INFO, RecordMessages.outboxWorks(application));
        }
        return true;
    }

    /** Does a step of a pass; if it waits in vain for others, the next pass does it. */
    private void unlessBusy(Runnable step) {
        try {
            step.run();
        } catch (AuditException e) {
            if (!HeldRows.isOfAWait(e)) {
                throw e;
            }
            failure(e.getMessage());
            LOG.log(Level.DEBUG, "a step of the relay waits for others", e);
        }
    }

    private void failure(String words) {
        lastFailure = new Failure(words, Instant.now());
    }

    private void failed(AuditException failure) {
        working = false;
        fault = failure;
        failure(failure.getMessage());
        if (needed && !failure.code().equals(said)) {
            said = failure.code();
            LOG.log(Level.ERROR, RecordMessages.outboxFault(application, failure.getMessage()));
        }
    }

    private void deleteRecorded() {
        recorded.set(0);
        List<OutboxEntry> done = entries.in(OutboxEntry.State.RECORDED);
        if (!done.isEmpty()) {
            outbox.delete(OutboxEntries.rowsOf(done));
            done.forEach(entries::remove);
        }
    }

    /** Returns false if the chain's rows are another's to move. */
    private boolean move(String chain, String own) {
        if (!adoption.mayMove(chain, own)) {
            return false;
        }
        unlessBusy(() -> walk(chain, chain.equals(own)));
        return true;
    }

    private void walk(String chain, boolean own) {
        long ord = 0;
        List<OutboxRow.Place> places;
        do {
            places = outbox.after(chain, ord);
            List<UUID> rows = places.stream().map(OutboxRow.Place::id).toList();
            Set<UUID> due = rows.stream().filter(row -> isToMove(row, own)).collect(Collectors.toSet());
            due.addAll(mover.complete(rows.stream()
                    .filter(row -> entries.of(row) == null && !due.contains(row))
                    .toList()));
            if (!mover.moveAll(rows.stream().filter(due::contains).toList())) {
                return;
            }
            rows.forEach(this::moveIfForgotten);
            ord = places.isEmpty() ? ord : places.get(places.size() - 1).ord();
        } while (places.size() == Outbox.PAGE && !isEnding());
    }

    private boolean isToMove(UUID row, boolean own) {
        OutboxEntry entry = entries.of(row);
        return entry == null ? adoption.isOrphan(row, own) : entry.state() == OutboxEntry.State.LEFT;
    }

    /** Alone, since its transaction may hold it still: a call can have several. */
    private void moveIfForgotten(UUID row) {
        OutboxEntry entry = entries.of(row);
        if (entry != null && isForgotten(entry) && held.isDue(entry)) {
            held.unlessHeld(entry, () -> mover.moveAll(List.of(row)));
        }
    }

    private boolean isForgotten(OutboxEntry entry) {
        return entry.state() == OutboxEntry.State.RUNNING
                && entry.turn() != 0 // else nothing of it can be committed
                && entries.nanos() - entry.sinceNanos() > FORGOTTEN.toNanos();
    }
}
