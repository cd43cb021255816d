package dev.auditlog.capture;

import dev.auditlog.AuditException;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.TransactionOutcome;
import jakarta.transaction.Status;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The event of an ATOMIC call in the outbox. The transaction of the call that commits first carries it; one that commits
 * later need not, since the event is there already. So something was committed if and only if the event is.
 *
 * <p>What a server tells of a failed commit is not believed: the row itself is the truth. ADR 0051.
 */
final class StagedEvent {

    /** Whether the event is in the outbox for good. */
    enum State {
        /** No: nothing was committed. */
        ABSENT,
        /** A transaction that has it is being committed. */
        IN_FLIGHT,
        /** Yes. */
        COMMITTED,
        /** Nobody knows. */
        IN_DOUBT
    }

    /** The call whose event it is. */
    interface Owner {

        /** The event's id. */
        UUID stagedId();

        /**
         * Makes the event as far as it is known.
         *
         * @param transaction what the event says of the transactions of the call if this one commits
         * @return null if the call is not ATOMIC
         */
        @Nullable
        AuditEvent toStage(TransactionOutcome transaction);

        /** Whether the event must be a part of the transaction. */
        boolean isAtomic();

        /** Throws if the call has ended for its client: nothing may be committed any more. */
        void refuseIfClosed();

        /** The event cannot be kept together with the work: the transaction will be rolled back. */
        void fail(AuditException why);

        /** Whose call it is. */
        Deployment deployment();
    }

    private final Owner owner;
    private State state = State.ABSENT;
    private @Nullable Object carrier;
    private boolean committing;

    StagedEvent(Owner owner) {
        this.owner = owner;
    }

    /**
     * Puts the event into the transaction of this thread, unless it is there already or needs none.
     *
     * @param outcome what the event says of the transactions of the call if this one commits
     * @throws AuditException if that fails; the transaction must not commit then
     */
    synchronized void stage(Object transaction, TransactionOutcome outcome) {
        try {
            stageNow(transaction, outcome);
        } catch (AuditException e) {
            owner.fail(e);
            throw e;
        } catch (RuntimeException | LinkageError e) {
            AuditException fault = CaptureMessages.notStaged(owner.stagedId(), e);
            owner.fail(fault);
            throw fault;
        }
    }

    private void stageNow(Object transaction, TransactionOutcome outcome) {
        if (state == State.COMMITTED || state == State.IN_FLIGHT && transaction.equals(carrier)) {
            return;
        }
        AuditEvent event = owner.toStage(outcome);
        if (event == null) {
            return;
        }
        if (state != State.ABSENT) {
            throw CaptureMessages.twoAtOnce(owner.stagedId());
        }
        owner.deployment().outbox().stage(event);
        state = State.IN_FLIGHT;
        carrier = transaction;
        committing = false;
    }

    /**
     * A transaction of the call is about to commit. Too late to put the event in: some servers lend connections here
     * that are no longer in the transaction.
     *
     * @throws AuditException if the event should be in it and is not; who calls this rolls it back
     */
    synchronized void beforeCommit(Object transaction) {
        if (state == State.IN_FLIGHT && transaction.equals(carrier)) {
            owner.refuseIfClosed();
            committing = true;
            owner.deployment().outbox().committing(owner.stagedId());
        } else if (state != State.COMMITTED && owner.isAtomic()) {
            AuditException fault = CaptureMessages.leftOut(owner.stagedId());
            owner.fail(fault);
            throw fault;
        }
    }

    /**
     * A transaction has ended as the server says.
     *
     * @return whether that can be believed
     */
    synchronized boolean ended(Object transaction, int status) {
        if (state != State.IN_FLIGHT || !transaction.equals(carrier)) {
            return true;
        }
        state = status == Status.STATUS_COMMITTED ? State.COMMITTED : State.IN_DOUBT;
        return state == State.COMMITTED;
    }

    /**
     * Finds out where the event is; asks the database if it is in doubt. At the end of a call only: a transaction that
     * has not begun to commit by then will not be let.
     *
     * @param suspicious whether to ask although the server said that it was committed
     */
    synchronized State settle(boolean suspicious) {
        if (state == State.IN_FLIGHT && !committing) {
            state = State.ABSENT;
            owner.deployment().outbox().rolledBack(owner.stagedId());
        } else if (state == State.IN_DOUBT || state == State.COMMITTED && suspicious) {
            Boolean committed = owner.deployment().outbox().isCommitted(owner.stagedId());
            if (committed == null) {
                state = State.IN_DOUBT;
            } else {
                state = committed ? State.COMMITTED : State.ABSENT;
            }
            if (state == State.ABSENT) {
                owner.deployment().outbox().rolledBack(owner.stagedId());
            }
        }
        return state;
    }
}
