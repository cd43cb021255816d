package dev.auditlog.capture;

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

    private final Set<Object> watched = new HashSet<>();
    private int open;
    private boolean committed;
    private boolean rolledBack;
    private boolean unknown;

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

    /** Watches the transaction of this thread, if there is one and it is not watched yet. */
    void watch(@Nullable TransactionSynchronizationRegistry registry) {
        if (registry == null || !isRunning(registry)) {
            return;
        }
        if (!begin(registry.getTransactionKey())) {
            return;
        }
        if (registry.getTransactionStatus() == Status.STATUS_MARKED_ROLLBACK) {
            end(Status.STATUS_ROLLEDBACK); // nobody may register with it any more, and its end is certain
            return;
        }
        registry.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // only the end tells the outcome
            }

            @Override
            public void afterCompletion(int status) {
                end(status);
            }
        });
    }

    /** The transaction is marked for rollback: its end is certain, though nobody has been told yet. */
    synchronized void willRollBack() {
        rolledBack = true;
    }

    private synchronized boolean begin(Object key) {
        if (!watched.add(key)) {
            return false;
        }
        open++;
        return true;
    }

    private synchronized void end(int status) {
        open--;
        switch (status) {
            case Status.STATUS_COMMITTED -> committed = true;
            case Status.STATUS_ROLLEDBACK -> rolledBack = true;
            default -> unknown = true;
        }
    }

    synchronized TransactionOutcome outcome() {
        if (rolledBack) {
            return TransactionOutcome.ROLLED_BACK;
        } else if (unknown || open > 0) {
            return TransactionOutcome.UNKNOWN;
        }
        return committed ? TransactionOutcome.COMMITTED : TransactionOutcome.NONE;
    }
}
