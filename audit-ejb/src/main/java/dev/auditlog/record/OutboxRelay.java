package dev.auditlog.record;

import dev.auditlog.AuditException;
import dev.auditlog.AuditUnavailableException;
import dev.auditlog.event.AuditEvent;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The way of an event of the guarantee ATOMIC: into the outbox inside the business transaction, and from there into the
 * chain, exactly once. One per recorder; safe for many threads.
 *
 * <p>A call stages its event inside its transaction, and says when its response is known: then the complete event
 * is recorded in place of the staged one, and the row is deleted. Rows that no call of this process answers for (after
 * a crash, say) are moved as they were staged. ADR 0050.
 */
public interface OutboxRelay extends AutoCloseable {

    /** Says that calls will need the outbox: a fault of it is a fault from now on. Starts nothing. */
    void needed();

    /** Starts the thread that moves rows. Does not wait. */
    void start();

    /** What keeps calls from using the outbox, as far as is known; null if nothing. */
    @Nullable
    AuditException fault();

    /** Whether calls may run while the audit database is away: the outbox is in another one, and works. */
    boolean isIndependent();

    /**
     * Writes the event into the outbox, in the transaction of this thread.
     *
     * @param row id of the row, never used before: a call has one for each of its transactions, since two of them may
     *     be open at a time and one would wait for the other for ever
     * @param event as far as it is known; what is unknown yet stays out
     * @throws AuditException if it is not there; the transaction must not commit then
     */
    void stage(UUID row, AuditEvent event);

    /**
     * The first transaction that may commit the staged event is about to, after all its writes: the event takes its
     * turn.
     */
    void committing(UUID event);

    /** No transaction with the staged event was committed, for certain. */
    void rolledBack(UUID event);

    /**
     * Which rows were committed, whatever the ends of their transactions were told to be. Waits for the answer, for some
     * seconds at most.
     *
     * @return null if that cannot be said now
     */
    @Nullable
    Set<UUID> committed(Collection<UUID> rows);

    /**
     * Records the complete event of a call that committed a transaction. Waits as {@link Recorder#record} does; if
     * the audit database does not take it in time, the relay moves it later.
     *
     * @throws AuditUnavailableException only if the outbox is not durable by itself
     */
    void record(AuditEvent event);

    /** The response of a call will take its time: others need not wait for their turn. */
    void passBy(UUID event);

    /**
     * Leaves a call to the relay of which nobody knows how its transaction ended.
     *
     * @param ifCommitted its event with everything but that
     * @param ifRolledBack its event in that case, which may tell of another response; null if it is not wanted then
     */
    void leaveInDoubt(AuditEvent ifCommitted, @Nullable AuditEvent ifRolledBack);

    /** The same for a call of which the event tells the same either way. */
    default void leaveInDoubt(AuditEvent event, boolean keptIfRolledBack) {
        leaveInDoubt(event, keptIfRolledBack ? event : null);
    }

    /** Figures since the start. */
    RelayStatus status();

    /** Ends the thread; rows that are left are moved after the next start. */
    @Override
    void close();
}
