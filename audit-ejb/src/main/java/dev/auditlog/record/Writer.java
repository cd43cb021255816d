package dev.auditlog.record;

import dev.auditlog.AuditUnavailableException;
import dev.auditlog.store.ChainHold;
import dev.auditlog.store.ChainLostException;
import dev.auditlog.store.EventRow;
import dev.auditlog.store.SqlErrors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes what waits in the queue, numbers it, and writes it in one transaction; on one thread.
 *
 * <p><b>Numbers.</b> The writer has a chain ({@link Seat}), and the last number in it stands in the database, changed in
 * the transaction of the events. It is kept in memory while all goes well. After any failure it is unknown and read
 * again, so a batch that failed leaves no gap. If another writer took the chain, the transaction fails as a whole.
 *
 * <p><b>Exactly once.</b> A commit that reports a failure may have happened. So after each failure the ids of the batch
 * are looked up, and only those that are not there are written again. Should the lost commit happen after that look, the
 * primary key refuses the second insert, and the next look finds the event.
 *
 * <p><b>Whose fault.</b> If a value was refused, and the store takes other writes, each event of the batch is tried alone;
 * the refused one is repaired, and given up if that does not help. Every other failure is the store's: nothing is given up,
 * new calls are refused meanwhile, and the batch is tried again each second. A store that takes other writes but fails a
 * batch {@value #FAILURES_BEFORE_DOUBT} times is not believed to be away: its events are tried alone too, so that one event
 * cannot stop all others for ever. Want of room, a failing disk, a lock, a missing right and the like are never an event's fault.
 *
 * <p><b>Want of memory</b> between two batches ends no thread: the batch is tried again, and given up after as many failures.
 *
 * <p><b>Crash.</b> Before the commit nothing is kept; after it the event is kept, and its caller is answered or gone.
 */
final class Writer implements Runnable {

    static final int FAILURES_BEFORE_DOUBT = 5;

    private static final int CONFLICTS_IN_A_ROW = 20;

    private final Settings settings;
    private final EventLog log;
    private final EventQueue queue;
    private final Health health;
    private final Figures figures;
    private final Answers answers;
    private final @Nullable Spooling spooling;
    private final Seat seat;
    private final Pulse pulse;
    private final OwnEvents own;
    private List<Pending> batch = List.of();
    private volatile long endNanos;
    private volatile boolean ending;

    Writer(Parts parts, @Nullable Spooling spooling) {
        this.settings = parts.settings();
        this.log = parts.log();
        this.queue = parts.queue();
        this.health = parts.health();
        this.figures = parts.figures();
        this.answers = new Answers(parts, spooling);
        this.spooling = spooling;
        own = new OwnEvents(settings.clock(), figures.losses());
        seat = new Seat(settings, log);
        pulse = new Pulse(settings, log, seat, health);
    }

    /** Name of the node whose chain is written. */
    String node() {
        return seat.node();
    }

    /** What is to be told besides. */
    Notices notices() {
        return pulse.notices();
    }

    /** Says what the writer shall tell of the recorder at each beat. */
    void telling(Supplier<RecorderStatus> status) {
        pulse.telling(status);
    }

    /** Lets the thread end when the queue is empty, or the time is over. The queue is to be closed first. */
    void end() {
        endNanos = System.nanoTime() + settings.drain().toNanos();
        ending = true;
    }

    @Override
    public void run() {
        try {
            pulse.beat();
            own.look();
            int failures = 0;
            while (failures > 0 || !isOver()) {
                try {
                    next();
                    failures = 0;
                } catch (RuntimeException | Error e) { // no memory between two batches, say
                    failed(e, ++failures);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the server ends the deployment
        } finally {
            try {
                leave();
            } finally {
                health.writerEnds(); // last, since it lets the next call in, whatever the store is like
            }
        }
    }

    private boolean isOver() {
        return ending && (queue.size() == 0 || spooling != null && spooling.isActive());
    }

    private void next() throws InterruptedException {
        if (batch.isEmpty()) {
            batch = spooling != null && spooling.isActive()
                    ? moveSpoolOrTell(spooling)
                    : queue.take(pulse.nanosToNext());
        }
        write(withOwn(batch));
        batch = List.of();
        pulse.beatIfDue();
    }

    /** The batch is tried again, though not for ever: it may be its own fault. */
    private void failed(Throwable failure, int times) throws InterruptedException {
        fail(failure);
        pulse.beatSoon();
        if (times >= FAILURES_BEFORE_DOUBT) {
            batch.forEach(this::giveUp);
        }
        batch = batch.stream().filter(event -> !event.isAnswered()).toList();
        pause(settings.retry());
    }

    private void leave() {
        if (!handedOver(withOwn(batch))) {
            batch.forEach(this::giveUp);
        }
        batch = List.of();
        if (spooling == null) { // else its thread takes the rest
            queue.drain().forEach(this::giveUp);
        }
        pulse.last();
    }

    /** What keeps the spool from being moved, a bad disk say, must not end the thread that would tell of it. */
    private List<Pending> moveSpoolOrTell(Spooling spool) throws InterruptedException {
        try {
            return moveSpool(spool);
        } catch (SpoolException e) {
            health.spoolFails(e.getMessage());
            pause(settings.retry());
            return List.of();
        }
    }

    /**
     * Moves the oldest events of the spool into the database.
     *
     * @return what is to be written next, now that the spool is empty; nothing while it is not
     */
    private List<Pending> moveSpool(Spooling spool) throws InterruptedException {
        if (!spool.isNearlyEmpty(settings.limits())) {
            move(spool);
            return List.of();
        }
        move(spool);
        spool.hold();
        try {
            List<Pending> rest = spool.oldest(settings.limits());
            if (!rest.isEmpty()) {
                if (seat.hold() == null || attempt(rest) != null) { // once, since callers wait: then as before
                    return List.of();
                }
                spool.moved(rest.size());
            }
            return spool.giveBack();
        } finally {
            spool.goOn();
        }
    }

    private void move(Spooling spool) throws InterruptedException {
        List<Pending> oldest = spool.oldest(settings.limits());
        write(Spooling.once(oldest));
        spool.moved(oldest.size());
    }

    /** Adds what the recorder itself has to tell. */
    private List<Pending> withOwn(List<Pending> batch) {
        own.look();
        List<Pending> all = new ArrayList<>(batch);
        all.addAll(own.untold());
        return all;
    }

    /** The recorder ends before the event is written. */
    void giveUp(Pending event) {
        giveUp(event, RecordMessages.closed(event.id(), event.waited()));
    }

    /** Counts an event that delays nobody as lost, unless it has been kept after all. */
    private void giveUp(Pending event, AuditUnavailableException reason) {
        if (event.refuse(reason) && event.isOffered()) {
            figures.lostOne();
        }
    }

    /** Returns when each event is durable or given up. */
    private void write(List<Pending> batch) throws InterruptedException {
        List<Pending> open = batch;
        for (int failures = 1, conflicts = 0; !open.isEmpty(); failures++) {
            if (!awaitSeat(open)) {
                return; // the spool has them
            }
            Throwable failure = attempt(open);
            if (failure == null) {
                return;
            }
            if (Thread.currentThread().isInterrupted()) { // the failure may be the interrupt's
                throw new InterruptedException("the server ends the deployment");
            }
            boolean conflict = isConflict(failure) && conflicts++ < CONFLICTS_IN_A_ROW;
            boolean ofTheData = SqlErrors.isOfTheData(failure);
            if (!conflict && !ofTheData) {
                fail(failure);
                if (handedOver(open)) {
                    return;
                }
            }
            open = withoutKept(open);
            if (open.isEmpty() || conflict) {
                continue;
            }
            boolean disliked = ofTheData || failures >= FAILURES_BEFORE_DOUBT && !SqlErrors.isNeverOfTheData(failure);
            if (disliked && takesWrites()) {
                splitOrRepair(open, failure);
                return;
            } else if (ofTheData && handedOver(open)) {
                return;
            }
            pulse.beatBesideIfDue();
            pause(settings.retry());
        }
    }

    /** Waits for a chain; false if the events went to the spool meanwhile. */
    private boolean awaitSeat(List<Pending> open) throws InterruptedException {
        while (seat.hold() == null) {
            Duration wait = pulse.takeSeat();
            if (!wait.isZero()) {
                if (handedOver(open)) {
                    return false;
                }
                pause(wait);
            }
        }
        return true;
    }

    /** Gives events to the spool, where there is one; those that come from there stay there. */
    private boolean handedOver(List<Pending> open) {
        return spooling != null && !open.isEmpty() && !open.get(0).isSpooled() && spooling.activate(open);
    }

    private void splitOrRepair(List<Pending> open, Throwable failure) throws InterruptedException {
        if (open.size() > 1) {
            for (Pending one : open) {
                write(List.of(one));
            }
            return;
        }
        Pending disliked = open.get(0);
        String reason = SqlErrors.describe(failure);
        if (disliked.isRepaired()) {
            health.dislikedEvent(disliked.id(), reason, false);
            giveUp(disliked, failure);
            return;
        }
        disliked.repair(reason);
        write(open); // not one attempt: the store may go away meanwhile
        if (disliked.isKept()) {
            health.dislikedEvent(disliked.id(), reason, true);
        }
    }

    private void giveUp(Pending refused, Throwable failure) {
        if (refused.isSpooled() && spooling != null) { // its caller was answered: it must not be lost
            spooling.setAside(refused, SqlErrors.describe(failure));
            return;
        }
        giveUp(
                refused,
                RecordMessages.refusedByStore(refused.id(), refused.waited(), SqlErrors.describe(failure), failure));
    }

    /** Says what the spool shall take if the attempt hangs. */
    private void underWay(List<Pending> open) {
        if (spooling != null) {
            spooling.writing(open.get(0).isSpooled() ? List.of() : open);
        }
    }

    /** Returns the failure; null if all is durable and answered. */
    private @Nullable Throwable attempt(List<Pending> open) {
        health.attemptBegins();
        underWay(open);
        try {
            ChainHold hold = seat.hold();
            if (hold == null) {
                return new IllegalStateException("no chain"); // lost while an event was repaired: tried again
            }
            List<EventRow> rows = open.stream().map(Pending::row).toList();
            long last = seat.last(hold);
            long begun = System.nanoTime();
            log.append(hold, last, rows);
            long ended = System.nanoTime();
            own.databaseSaid(rows.get(0).recordedAt(), begun, ended);
            figures.committed(rows.size(), ended - begun);
            seat.advanced(rows.size());
            answers.kept(open, rows);
            return null;
        } catch (ChainLostException e) {
            seat.contested();
            return e;
        } catch (RuntimeException | Error e) { // no memory for one event, say, must not end the thread of all
            seat.doubt();
            failIfOfTheStore(e);
            return e;
        } finally {
            health.attemptEnds();
        }
    }

    /**
     * Before the attempt ends, since until then no call is let in that would wait in vain; and before anybody looks for
     * what was kept, which may take long. An interrupt's failure says nothing of the store.
     */
    private void failIfOfTheStore(Throwable failure) {
        boolean interrupted = Thread.currentThread().isInterrupted();
        if (!interrupted && !isConflict(failure) && !SqlErrors.isOfTheData(failure)) {
            fail(failure);
        }
    }

    private static boolean isConflict(Throwable failure) {
        return failure instanceof ChainLostException
                || SqlErrors.isUniqueViolation(failure)
                || SqlErrors.isToRepeat(failure);
    }

    /** Answers those that are durable in spite of the failure, and returns the others; none if the spool has them now. */
    private List<Pending> withoutKept(List<Pending> open) throws InterruptedException {
        List<UUID> ids = open.stream().map(Pending::id).toList();
        while (true) {
            health.attemptBegins();
            try {
                return answers.found(open, log.kept(ids));
            } catch (RuntimeException | Error e) {
                fail(e);
            } finally {
                health.attemptEnds();
            }
            if (handedOver(open)) { // its disk may have failed at first
                return List.of();
            }
            pause(settings.retry());
        }
    }

    private boolean takesWrites() {
        health.attemptBegins();
        try {
            log.probe();
            return true;
        } catch (RuntimeException | Error e) {
            fail(e);
            return false;
        } finally {
            health.attemptEnds();
        }
    }

    private void fail(Throwable failure) {
        health.down(SqlErrors.describe(failure));
    }

    private void pause(Duration length) throws InterruptedException {
        if (ending && System.nanoTime() - endNanos >= 0) {
            throw new InterruptedException("the time to drain is over");
        }
        Thread.sleep(length.toMillis());
    }
}
