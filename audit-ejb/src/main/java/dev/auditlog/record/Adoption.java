package dev.auditlog.record;

import dev.auditlog.store.EventIds;
import java.time.Instant;
import java.util.UUID;
import java.util.function.LongSupplier;

/** Decides whether the rows of a chain are this process's to move. For one thread. */
final class Adoption {

    private final Instant born = Instant.now();
    private final Chairs chairs;
    private final LongSupplier clock;
    private boolean wasAway;
    private long awayNanos;

    /**
     * Makes one.
     *
     * @param clock in nanoseconds since any moment
     */
    Adoption(Chairs chairs, LongSupplier clock) {
        this.chairs = chairs;
        this.clock = clock;
    }

    /** The audit database does not answer, so nobody can show there that he lives. */
    void storeIsAway() {
        wasAway = true;
        awayNanos = clock.getAsLong();
    }

    /**
     * Whether rows of a chain may be moved.
     *
     * @param own chain of this process
     * @throws IllegalStateException if the audit database does not say
     */
    boolean mayMove(String chain, String own) {
        return switch (whose(chain)) {
            case OURS -> true;
            case NOBODYS -> chain.equals(own) || !isJustBack();
            case ANOTHERS -> false;
        };
    }

    /**
     * Whether the call of a row that this process knows nothing of cannot be running any more. A process that starts writes rows before
     * it has a chain: its lease is over, or it has the name of another one until it finds out. It knows soon how its calls end.
     *
     * @param own whether the row is of this process's own chain, where what is older than the process is its predecessor's
     */
    boolean isOrphan(UUID row, boolean own) {
        Instant written = EventIds.timeOf(row);
        return own && written.isBefore(born) || written.isBefore(Instant.now().minus(Chairs.GRACE));
    }

    /** An audit database that does not say is no fault of the outbox, which may be in another one and take rows. */
    private Chairs.Whose whose(String chain) {
        try {
            return chairs.of(chain);
        } catch (RuntimeException e) {
            storeIsAway();
            throw new IllegalStateException("the audit database does not say whose " + chain + " is", e);
        }
    }

    /** After an outage every lease is over, and others may find out later than this process that it has ended. */
    private boolean isJustBack() {
        return wasAway && clock.getAsLong() - awayNanos < Chairs.GRACE.toNanos();
    }
}
