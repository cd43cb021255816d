package dev.auditlog.record;

import dev.auditlog.AuditUnavailableException;
import dev.auditlog.store.EventRepair;
import dev.auditlog.store.EventRow;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** An event that waits for its batch, and the caller who waits for it, if one does. Answered once. */
final class Pending {

    private final EventRow row;
    private final int sizeBytes;
    private final @Nullable Thread caller;
    private final boolean offered;
    private final long startNanos = System.nanoTime();
    private boolean repaired;
    private boolean spooled;
    private volatile @Nullable Receipt receipt;
    private volatile @Nullable AuditUnavailableException refusal;

    private Pending(EventRow row, @Nullable Thread caller, boolean offered) {
        this.row = row;
        this.sizeBytes = row.sizeBytes();
        this.caller = caller;
        this.offered = offered;
    }

    /** An event for which this thread will wait. */
    static Pending awaited(EventRow row) {
        return new Pending(row, Thread.currentThread(), false);
    }

    /** An event for which nobody waits. */
    static Pending offered(EventRow row) {
        return new Pending(row, null, true);
    }

    /** An event that is durable in the spool and moves to the database. */
    static Pending spooled(EventRow row) {
        Pending pending = new Pending(row, null, false);
        pending.spooled = true;
        return pending;
    }

    /** An event of the recorder's own. */
    static Pending own(EventRow row) {
        return new Pending(row, null, false);
    }

    EventRow row() {
        return row;
    }

    UUID id() {
        return row.id();
    }

    int sizeBytes() {
        return sizeBytes;
    }

    /** Whether its loss is to be counted, since nobody waits for it. */
    boolean isOffered() {
        return offered;
    }

    /** Takes out what the store may refuse; by the writer's thread. */
    void repair(String reason) {
        EventRepair.repair(row, reason);
        repaired = true;
    }

    boolean isRepaired() {
        return repaired;
    }

    boolean isSpooled() {
        return spooled;
    }

    boolean isKept() {
        return receipt != null;
    }

    boolean isAnswered() {
        return receipt != null || refusal != null;
    }

    void keep(Receipt place) {
        receipt = place;
        LockSupport.unpark(caller);
    }

    /**
     * Does nothing if it is answered already.
     *
     * @return whether it was not
     */
    boolean refuse(AuditUnavailableException reason) {
        boolean open = !isAnswered();
        if (open) {
            refusal = reason;
            LockSupport.unpark(caller);
        }
        return open;
    }

    Duration waited() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    long remainingNanos(Duration timeout) {
        return timeout.toNanos() - (System.nanoTime() - startNanos);
    }

    /**
     * Waits for the answer; goes on after an interrupt, and sets the flag again at the end.
     *
     * @return null if there was none in time
     * @throws AuditUnavailableException if the event was refused
     */
    @Nullable
    Receipt await(Duration timeout) {
        boolean interrupted = false;
        while (!isAnswered()) {
            long nanos = remainingNanos(timeout);
            if (nanos <= 0) {
                break;
            }
            LockSupport.parkNanos(this, nanos);
            interrupted |= Thread.interrupted(); // else the next wait would not wait
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        AuditUnavailableException refused = refusal;
        if (refused != null && receipt == null) {
            throw refused;
        }
        return receipt;
    }
}
