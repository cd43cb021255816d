package dev.auditlog.capture;

import dev.auditlog.AuditException;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.TransactionOutcome;
import dev.auditlog.store.EventIds;
import jakarta.transaction.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The event of an ATOMIC call in the outbox. Each transaction of the call carries it in a row of its own, from its
 * beginning on; those that begin after one has committed need not. So something was committed if and only if the event
 * is there. ADR 0065.
 *
 * <p>What a server tells of a failed commit is not believed: the row itself is the truth. ADR 0051.
 */
final class StagedEvent {

    /** Whether the event is in the outbox for good. */
    enum State {
        /** No: nothing was committed. */
        ABSENT,
        /** A transaction that has it runs or is being committed. */
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

    /** The row of one transaction. */
    private static final class Row {

        private final UUID id;
        private State state = State.IN_FLIGHT;
        private boolean committing;

        Row(UUID id) {
            this.id = id;
        }
    }

    private final Owner owner;
    private final Map<Object, Row> rows = new LinkedHashMap<>(); // by the key of the transaction
    private boolean ownIdUsed;

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
        if (rows.containsKey(transaction) || has(State.COMMITTED)) {
            return;
        }
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
        AuditEvent event = owner.toStage(outcome);
        if (event == null) {
            return;
        }
        Row row = new Row(ownIdUsed ? EventIds.next(Instant.now()) : owner.stagedId());
        ownIdUsed = true;
        owner.deployment().outbox().stage(row.id, event);
        rows.put(transaction, row);
    }

    private boolean has(State state) {
        return rows.values().stream().anyMatch(row -> row.state == state);
    }

    /**
     * A transaction of the call is about to commit. Too late to put the event in: some servers lend connections here
     * that are no longer in the transaction.
     *
     * @throws AuditException if the event should be in it and is not; who calls this rolls it back
     */
    synchronized void beforeCommit(Object transaction) {
        Row row = rows.get(transaction);
        if (row != null) {
            owner.refuseIfClosed();
            row.committing = true;
            if (!has(State.COMMITTED)) {
                owner.deployment().outbox().committing(owner.stagedId());
            }
        } else if (!has(State.COMMITTED) && owner.isAtomic()) {
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
        Row row = rows.get(transaction);
        if (row == null) {
            return true;
        }
        if (status == Status.STATUS_COMMITTED) {
            row.state = State.COMMITTED;
        } else {
            row.state = row.committing ? State.IN_DOUBT : State.ABSENT; // nobody has tried to commit it
        }
        return row.state != State.IN_DOUBT;
    }

    /**
     * Finds out where the event is; asks the database if it is in doubt. At the end of a call only: a transaction that
     * has not begun to commit by then will not be let.
     *
     * @param suspicious whether to ask although the server said that it was committed
     */
    synchronized Settled settle(boolean suspicious) {
        List<Row> asked = new ArrayList<>();
        for (Row row : rows.values()) {
            if (row.state == State.IN_FLIGHT && !row.committing) {
                row.state = State.ABSENT;
            } else if (row.state == State.IN_DOUBT || row.state == State.COMMITTED && suspicious) {
                asked.add(row);
            }
        }
        if (!asked.isEmpty()) {
            ask(asked);
        }
        State now = state();
        if (now == State.ABSENT && !rows.isEmpty()) {
            owner.deployment().outbox().rolledBack(owner.stagedId());
        }
        return new Settled(
                now,
                asked.stream().anyMatch(row -> row.state == State.COMMITTED),
                asked.stream().anyMatch(row -> row.state == State.ABSENT),
                has(State.IN_DOUBT));
    }

    /**
     * What is known at the end.
     *
     * @param state of the event
     * @param committed whether a transaction turned out to be committed
     * @param rolledBack whether a transaction turned out to be rolled back
     * @param doubtful whether there is one of which nobody knows
     */
    record Settled(State state, boolean committed, boolean rolledBack, boolean doubtful) {}

    private void ask(List<Row> asked) {
        List<UUID> ids = asked.stream().map(row -> row.id).toList();
        Set<UUID> committed = owner.deployment().outbox().committed(ids);
        for (Row row : asked) {
            if (committed == null) {
                row.state = State.IN_DOUBT;
            } else {
                row.state = committed.contains(row.id) ? State.COMMITTED : State.ABSENT;
            }
        }
    }

    private State state() {
        if (has(State.COMMITTED)) {
            return State.COMMITTED;
        }
        return has(State.IN_DOUBT) || has(State.IN_FLIGHT) ? State.IN_DOUBT : State.ABSENT;
    }
}
