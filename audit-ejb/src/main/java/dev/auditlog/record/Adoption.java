package dev.auditlog.record;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Decides whether the rows of a chain are this process's to move. For one thread. */
final class Adoption {

    /**
     * After an outage every lease is over, and others may find out later than this process that it has ended. They know how
     * their calls were answered; whoever adopts their rows does not.
     */
    static final Duration OTHERS_RETURN = Duration.ofSeconds(30);

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

    /** An audit database that does not say is no fault of the outbox, which may be in another one and take rows. */
    private Chairs.Whose whose(String chain) {
        try {
            return chairs.of(chain);
        } catch (RuntimeException e) {
            storeIsAway();
            throw new IllegalStateException("the audit database does not say whose " + chain + " is", e);
        }
    }

    private boolean isJustBack() {
        return wasAway && clock.getAsLong() - awayNanos < OTHERS_RETURN.toNanos();
    }
}
