package dev.auditlog.capture;

import dev.auditlog.AuditException;
import dev.auditlog.event.TransactionOutcome;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.HashSet;
import java.util.Set;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/**
 * What became of the transactions that were seen during one call. One rolled back makes the whole ROLLED_BACK; one that
 * has not ended when the call does makes it UNKNOWN.
 */
final class Transactions {

    private static final String REGISTRY = "java:comp/TransactionSynchronizationRegistry";

    private final Set<Object> open =
            new HashSet<>(); // only these: a batch may have a million, each with what it loaded
    private final StagedEvent staged;
    private boolean committed;
    private boolean rolledBack;
    private boolean unknown;
    private boolean inDoubt;

    Transactions(StagedEvent.Owner owner) {
        staged = new StagedEvent(owner);
    }

    /** Looks the registry up in code: {@code @Resource} in an interceptor fails in an EAR. Null where there is none. */
    static @Nullable TransactionSynchronizationRegistry registry() {
        try {
            return (TransactionSynchronizationRegistry) new InitialContext().lookup(REGISTRY);
        } catch (NamingException e) {
            return null;
        }
    }

    static boolean isRunning(@Nullable TransactionSynchronizationRegistry registry) {
        if (registry == null) {
            return false;
        }
        int status = registry.getTransactionStatus();
        return status == Status.STATUS_ACTIVE || status == Status.STATUS_MARKED_ROLLBACK;
    }

    /**
     * Watches the transaction of this thread, if there is one and it is not watched yet.
     *
     * @return whether it is watched from now on
     */
    boolean watch(@Nullable TransactionSynchronizationRegistry registry) {
        if (registry == null || !isRunning(registry)) {
            return false;
        }
        Object key = registry.getTransactionKey();
        if (!begin(key)) {
            return false;
        }
        if (registry.getTransactionStatus() == Status.STATUS_MARKED_ROLLBACK) {
            end(key, Status.STATUS_ROLLEDBACK, true); // nobody may register with it any more, and its end is certain
            return true;
        }
        registry.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                staged.beforeCommit(key);
            }

            @Override
            public void afterCompletion(int status) {
                end(key, status, staged.ended(key, status));
            }
        });
        return true;
    }

    /**
     * Puts the event of an ATOMIC call into the transaction of this thread, if that can still commit.
     *
     * @throws AuditException if it cannot be put there; the transaction is then marked for rollback
     */
    void stage(TransactionSynchronizationRegistry registry) {
        if (registry.getTransactionStatus() != Status.STATUS_ACTIVE) {
            return;
        }
        try {
            staged.stage(registry.getTransactionKey(), outcomeIfCommitted());
        } catch (AuditException e) {
            registry.setRollbackOnly();
            throw e;
        }
    }

    /** The transaction is marked for rollback: its end is certain, though nobody has been told yet. */
    synchronized void willRollBack() {
        rolledBack = true;
    }

    private synchronized boolean begin(Object key) {
        return open.add(key);
    }

    private synchronized void end(Object key, int status, boolean believed) {
        open.remove(key);
        if (!believed) {
            inDoubt = true;
            return;
        }
        switch (status) {
            case Status.STATUS_COMMITTED -> committed = true;
            case Status.STATUS_ROLLEDBACK -> rolledBack = true;
            default -> unknown = true;
        }
    }

    /** Whether one was seen that has not ended. */
    synchronized boolean isOpen() {
        return !open.isEmpty();
    }

    /** Finds out where the event of an ATOMIC call is, and with it how its transactions ended. */
    StagedEvent.State settle(boolean suspicious) {
        StagedEvent.Settled settled = staged.settle(suspicious);
        settled(settled);
        return settled.state();
    }

    private synchronized void settled(StagedEvent.Settled now) {
        inDoubt = now.doubtful();
        committed |= now.committed();
        rolledBack |= now.rolledBack();
    }

    private synchronized TransactionOutcome outcomeIfCommitted() {
        if (rolledBack) {
            return TransactionOutcome.ROLLED_BACK;
        }
        return unknown || inDoubt || open.size() > 1 ? TransactionOutcome.UNKNOWN : TransactionOutcome.COMMITTED;
    }

    synchronized TransactionOutcome outcome() {
        if (rolledBack) {
            return TransactionOutcome.ROLLED_BACK;
        } else if (unknown || inDoubt || !open.isEmpty()) {
            return TransactionOutcome.UNKNOWN;
        }
        return committed ? TransactionOutcome.COMMITTED : TransactionOutcome.NONE;
    }
}
