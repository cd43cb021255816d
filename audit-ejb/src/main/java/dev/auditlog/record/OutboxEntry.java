package dev.auditlog.record;

import dev.auditlog.event.AuditEvent;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What the relay knows of the rows that a call of this process wrote, one for each of its transactions. */
final class OutboxEntry {

    /** Whose move it is. */
    enum State {
        /** The call runs; its end is not known. */
        RUNNING,
        /** The call has ended, and left its event to the relay. */
        LEFT,
        /** The call has ended, and nobody knows yet whether its row was committed. */
        IN_DOUBT,
        /** The event is in the chain: the row may go. */
        RECORDED
    }

    private static final long SHORTEST_PAUSE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST_PAUSE_NANOS = Duration.ofMinutes(5).toNanos();

    private final UUID event;
    private final List<UUID> rows = new CopyOnWriteArrayList<>();
    private volatile long turn;
    private final long sinceNanos;
    private volatile State state = State.RUNNING;
    private volatile @Nullable AuditEvent closed;
    private volatile @Nullable AuditEvent ifRolledBack;
    private volatile int triesInVain;
    private volatile long pauseEndsNanos;

    OutboxEntry(UUID event, long nowNanos) {
        this.event = event;
        sinceNanos = nowNanos;
    }

    void add(UUID row) {
        rows.add(row);
    }

    void drop(UUID row) {
        rows.remove(row);
    }

    /** Ids of the rows that may be in the outbox. */
    List<UUID> rows() {
        return rows;
    }

    void turn(long taken) {
        turn = taken;
    }

    /** Id of the call's event. */
    UUID event() {
        return event;
    }

    /** 0 before the commit. */
    long turn() {
        return turn;
    }

    long sinceNanos() {
        return sinceNanos;
    }

    State state() {
        return state;
    }

    /** The event as the call closed it, where the row does not tell; null where it does. */
    @Nullable
    AuditEvent closed() {
        return closed;
    }

    /** The event if the transaction in doubt was rolled back; null if it is not wanted then. */
    @Nullable
    AuditEvent ifRolledBack() {
        return ifRolledBack;
    }

    /** How often its rows were asked for while a transaction held them. */
    int triesInVain() {
        return triesInVain;
    }

    /** A transaction holds its rows: they are asked for again after a pause, twice as long each time. */
    void triedInVain(long nowNanos) {
        int doublings = Math.min(triesInVain, 30);
        pauseEndsNanos = nowNanos + Math.min(SHORTEST_PAUSE_NANOS << doublings, LONGEST_PAUSE_NANOS);
        triesInVain++;
    }

    /** Whether its pause is over. */
    boolean isDue(long nowNanos) {
        return triesInVain == 0 || nowNanos - pauseEndsNanos >= 0;
    }

    void recorded() {
        closed = null;
        state = State.RECORDED;
    }

    void left(AuditEvent known) {
        closed = known;
        state = State.LEFT;
    }

    void doubted(AuditEvent ifCommitted, @Nullable AuditEvent otherwise) {
        closed = ifCommitted;
        ifRolledBack = otherwise;
        state = State.IN_DOUBT;
    }
}
