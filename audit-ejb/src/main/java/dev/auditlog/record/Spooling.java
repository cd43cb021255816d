package dev.auditlog.record;

import dev.auditlog.store.EventIds;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes events durable on this machine's disk while the database takes none; on a thread of its own, since the writer's
 * may hang in the driver.
 *
 * <p><b>Who takes from the queue.</b> The writer, until it fails or hangs; from then on this one ({@code active}), while
 * the writer moves the spool into the database, oldest first. When hardly anything is left, the writer takes its
 * {@code turn}, moves the rest, and has the queue again. So events reach the database in the order of the queue.
 *
 * <p><b>Exactly once.</b> A batch that is given over may be in the database: its commit may have failed only to be told,
 * or hang and happen later. It is found by its ids when the spool is moved ({@link Writer}).
 *
 * <p><b>Crash.</b> What was acknowledged is in the database or in the spool, and the next start moves it.
 */
final class Spooling implements Runnable {

    private static final System.Logger LOG = System.getLogger(Spooling.class.getName());
    private static final long LOOK_NANOS = Duration.ofMillis(50).toNanos();
    private static final long AGAIN_MS = 200;
    private static final long SOON_MS = 5;
    private static final long WAY_NANOS = Duration.ofMillis(500).toNanos();
    private static final long LARGEST_EVENT = 2L << 20;
    private static final int AT_ONCE = 64; // so that a spool that is nearly full takes some of many

    private final String chain;
    private final Spool spool;
    private final SetAside setAside;
    private final EventQueue queue;
    private final Health health;
    private final Figures figures;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final ReentrantLock answering = new ReentrantLock();
    private final AtomicLong asideEvents = new AtomicLong();
    private volatile List<Pending> underWay = List.of();
    private volatile boolean active;
    private volatile boolean failing;
    private volatile boolean ending;
    private volatile boolean keptOut;
    private final AtomicLong movedEvents = new AtomicLong();
    private long dueEvents; // to be moved before more are taken; the spooler's own
    private volatile @Nullable Instant oldestAt;
    private List<Pending> held = List.of();

    Spooling(Spool spool, Parts parts) {
        this.chain = parts.settings().chain();
        this.spool = spool;
        this.setAside = new SetAside(spool.directory());
        this.queue = parts.queue();
        this.health = parts.health();
        this.figures = parts.figures();
        active = !spool.isEmpty(); // what an earlier run left goes first
        oldestAt = active ? arrivalOfOldest() : null;
    }

    /** Whether events go to the spool, and the writer empties it. */
    boolean isActive() {
        return active;
    }

    /** Whether a new event would be taken. */
    boolean takes() {
        return !failing && spool.hasRoom(LARGEST_EVENT);
    }

    SpoolStatus status() {
        long events = spool.records();
        return new SpoolStatus(
                active, events, spool.bytes(), events == 0 ? null : oldestAt, spool.damaged(), asideEvents.get());
    }

    /** The writer works on this batch now; it is taken from it if that takes too long. */
    void writing(List<Pending> batch) {
        underWay = batch;
    }

    /** The queue is closed: what is in it goes to the spool, if that has it, and the thread ends. */
    void end() {
        ending = true;
    }

    @Override
    public void run() {
        try {
            while (!ending || active && (queue.size() > 0 || !held.isEmpty())) {
                if (active) {
                    takeTurn();
                } else if (!health.isHanging()) {
                    Thread.sleep(AGAIN_MS / 4);
                } else if (!activate(underWay)) {
                    Thread.sleep(AGAIN_MS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the server ends the deployment
        }
    }

    private void takeTurn() throws InterruptedException {
        long pause;
        turn.lockInterruptibly();
        try {
            if (!active) {
                return;
            }
            boolean writers = keptOut && !health.isHanging(); // else callers are answered from here all the same
            pause = writers ? SOON_MS : takeNext();
        } finally {
            turn.unlock();
        }
        Thread.sleep(pause); // outside of the turn: if the database is back, the writer takes what is held
        giveWay();
    }

    /**
     * While the database takes what is moved, callers are answered half as fast as that: else a load that is larger than it
     * would fill the spool although the database is well.
     */
    private void giveWay() throws InterruptedException {
        long until = System.nanoTime() + WAY_NANOS;
        while (movedEvents.get() < dueEvents && isMoving() && System.nanoTime() - until < 0) {
            Thread.sleep(1);
        }
    }

    private boolean isMoving() {
        return active && !ending && health.isAccepting();
    }

    /** Returns how long to wait before the next. */
    private long takeNext() throws InterruptedException {
        if (held.isEmpty()) {
            held = queue.take(LOOK_NANOS);
        }
        if (held.isEmpty()) {
            return SOON_MS; // once the queue is closed, it does not wait
        }
        if (!spooled(held)) {
            return AGAIN_MS;
        }
        dueEvents = movedEvents.get() + 2L * held.size();
        held = List.of();
        return 0;
    }

    /**
     * Takes a batch that the writer cannot write, and all that follows.
     *
     * @return false if the spool does not take it either: the writer goes on trying
     */
    boolean activate(List<Pending> batch) {
        turn.lock();
        try {
            boolean before = active;
            active = true; // first, so that what is answered next is not written before this batch
            if (spooled(batch)) {
                if (!before) {
                    LOG.log(Level.WARNING, RecordMessages.spoolBegins(chain, health.lastError()));
                }
                return true;
            }
            active = before;
            return false;
        } finally {
            turn.unlock();
        }
    }

    /** While callers are answered from the database, none of them is answered from here. It takes events, so we do not fail. */
    <T> T answering(Supplier<T> answers) {
        answering.lock();
        try {
            failing = false;
            return answers.get();
        } finally {
            answering.unlock();
        }
    }

    private boolean spooled(List<Pending> batch) {
        answering.lock();
        try {
            return spooledAlone(batch);
        } finally {
            answering.unlock();
        }
    }

    private boolean spooledAlone(List<Pending> batch) {
        List<Pending> open = batch.stream().filter(p -> !p.isAnswered()).toList();
        if (open.isEmpty()) {
            return true;
        }
        Instant first = spool.isEmpty() ? arrival(open.get(0)) : oldestAt;
        try {
            spool.append(open.stream().map(p -> SpooledEvent.bytes(p.row())).toList());
        } catch (RuntimeException | Error e) { // no memory, say: the events are still here, and are tried again
            failing = true;
            SpoolException told = e instanceof SpoolException s ? s : SpoolMessages.notWritten(spool.directory(), e);
            health.spoolFails(told.getMessage());
            return false;
        }
        failing = false;
        oldestAt = first;
        figures.spooled(open.size());
        open.forEach(p -> p.keep(new Receipt(p.id(), "", 0, Instant.EPOCH)));
        return true;
    }

    /** The oldest events of the spool, for the writer to move. */
    List<Pending> oldest(Limits limits) {
        List<Pending> oldest = new ArrayList<>();
        for (byte[] record : spool.peek(limits.batchEvents(), limits.batchBytes())) {
            Pending event = readOrSetAside(record, oldest.isEmpty());
            if (event != null) {
                oldest.add(event);
            } else if (!oldest.isEmpty()) {
                break; // it is looked at again when it is the oldest one
            }
        }
        if (!oldest.isEmpty()) {
            oldestAt = arrival(oldest.get(0));
        }
        return oldest;
    }

    /** The same events, each one once: a group that failed and was tried again may be there twice. */
    static List<Pending> once(List<Pending> events) {
        Map<UUID, Pending> byId = new LinkedHashMap<>();
        events.forEach(event -> byId.putIfAbsent(event.id(), event));
        return List.copyOf(byId.values());
    }

    /** A record that cannot be read must not keep those behind it for ever. */
    private @Nullable Pending readOrSetAside(byte[] record, boolean isOldest) {
        try {
            return Pending.spooled(SpooledEvent.row(record));
        } catch (RuntimeException unreadable) {
            if (isOldest) {
                putAside(record, SpoolMessages.unreadable(setAside.file(), unreadable));
                spool.remove(1);
            }
            return null;
        }
    }

    private @Nullable Instant arrivalOfOldest() {
        try {
            List<byte[]> first = spool.peek(1, 1);
            return first.isEmpty() ? null : arrival(Pending.spooled(SpooledEvent.row(first.get(0))));
        } catch (RuntimeException unreadable) {
            return null; // the writer meets it too, and tells
        }
    }

    private static Instant arrival(Pending event) {
        return EventIds.timeOf(event.id());
    }

    /** So many of the oldest are in the database. */
    void moved(int events) {
        spool.remove(events);
        movedEvents.addAndGet(events);
    }

    /** An event that the database refuses for good leaves the spool for a file that people look at. */
    void setAside(Pending refused, String reason) {
        putAside(SpooledEvent.bytes(refused.row()), RecordMessages.setAside(refused.id(), setAside.file(), reason));
    }

    private void putAside(byte[] record, String why) {
        setAside.add(record);
        asideEvents.incrementAndGet();
        LOG.log(Level.ERROR, why);
    }

    /** Whether so little is left that it can be moved while callers wait. */
    boolean isNearlyEmpty(Limits limits) {
        return spool.records() <= limits.batchEvents();
    }

    /** Keeps further events out of the spool until {@link #goOn}, unless the store hangs. By the writer's thread. */
    void hold() {
        turn.lock(); // whatever is being put in is in then
        try {
            keptOut = true;
        } finally {
            turn.unlock();
        }
    }

    void goOn() {
        keptOut = false;
    }

    /**
     * Lets the writer have the queue again, if the spool is empty.
     *
     * @return events that were taken from the queue and that the spool did not take
     */
    List<Pending> giveBack() {
        turn.lock();
        try {
            if (!spool.isEmpty()) {
                return List.of();
            }
            active = false;
            failing = false;
            List<Pending> rest = held;
            held = List.of();
            LOG.log(Level.INFO, RecordMessages.spoolEnds(chain));
            return rest;
        } finally {
            turn.unlock();
        }
    }

    /**
     * Ends the use of the directory, after both threads; what is in it stays for the next start, and so does what they
     * have left: the server may have ended them first, or the writer hangs.
     *
     * @param givenUp gets each event that neither the database nor the spool took
     */
    void close(Consumer<Pending> givenUp) {
        List<Pending> left = new ArrayList<>(underWay);
        left.addAll(held);
        left.addAll(queue.drain());
        for (int from = 0; from < left.size(); from += AT_ONCE) {
            List<Pending> group = left.subList(from, Math.min(from + AT_ONCE, left.size()));
            if (!spooled(group)) {
                group.forEach(givenUp);
            }
        }
        spool.close();
    }
}
