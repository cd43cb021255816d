package dev.auditlog.record;

import dev.auditlog.event.AuditEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the relay knows of a row that a call of this process wrote. Guarded by the relay's map of entries. */
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

    private final UUID id;
    private volatile long turn;
    private final long sinceNanos = System.nanoTime();
    private volatile State state = State.RUNNING;
    private volatile @Nullable AuditEvent event;
    private volatile boolean keptIfRolledBack;

    OutboxEntry(UUID id) {
        this.id = id;
    }

    void turn(long taken) {
        turn = taken;
    }

    UUID id() {
        return id;
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

    /** The event as the call closed it; null where only the row tells. */
    @Nullable
    AuditEvent event() {
        return event;
    }

    /** Whether the event is wanted even if the transaction was rolled back. */
    boolean isKeptIfRolledBack() {
        return keptIfRolledBack;
    }

    void recorded() {
        event = null;
        state = State.RECORDED;
    }

    void left(@Nullable AuditEvent closed) {
        event = closed;
        state = State.LEFT;
    }

    void doubted(AuditEvent closed, boolean wanted) {
        event = closed;
        keptIfRolledBack = wanted;
        state = State.IN_DOUBT;
    }
}
