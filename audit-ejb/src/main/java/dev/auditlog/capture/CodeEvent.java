package dev.auditlog.capture;

import dev.auditlog.AuditException;
import dev.auditlog.Guarantee;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.TransactionOutcome;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event that the application's code records itself, under the guarantee that its draft names. */
final class CodeEvent implements StagedEvent.Owner {

    private static final Logger LOG = System.getLogger(CodeEvent.class.getName());

    private final Deployment deployment;
    private final AuditEvent event;
    private final Transactions transactions = new Transactions(this);
    private final Afterwards afterwards;
    private final Runnable kept;

    /**
     * Makes one that is not kept yet.
     *
     * @param kept what is to be done when it is
     */
    CodeEvent(Deployment deployment, AuditEvent event, Runnable kept) {
        this.deployment = deployment;
        this.event = event;
        this.kept = kept;
        Frame around = CurrentCall.innermost();
        afterwards = around == null ? new Afterwards() : around.afterwards();
        if (around == null) {
            afterwards.run(); // nobody will be there after the transaction: its end is the only moment
        }
    }

    /**
     * Keeps it as its guarantee asks: ATOMIC, if and only if the transaction of this thread commits.
     *
     * @throws AuditException if it cannot be kept; AUD-0231 for ATOMIC without a transaction
     */
    void keep() {
        if (event.guarantee() == Guarantee.BEST_EFFORT) {
            if (deployment.recorder().offer(event)) {
                kept.run();
            }
        } else if (event.guarantee() == Guarantee.ATOMIC) {
            keepWithTransaction();
        } else {
            deployment.record(event);
            kept.run();
        }
    }

    private void keepWithTransaction() {
        TransactionSynchronizationRegistry registry = deployment.transactionRegistry();
        if (registry == null || !Transactions.isRunning(registry)) {
            throw CaptureMessages.noTransaction(event.operation());
        }
        if (registry.getRollbackOnly()) {
            return; // it will not commit, and so the event is not wanted
        }
        transactions.watch(registry);
        transactions.stage(registry);
        registry.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // the event is staged already
            }

            @Override
            public void afterCompletion(int status) {
                afterwards.add(CodeEvent.this::ended);
            }
        });
    }

    /** The method has returned: nobody but the client can be told of a failure any more. */
    private void ended() {
        try {
            settle();
        } catch (AuditException e) {
            LOG.log(Level.ERROR, CaptureMessages.lostAfterTransaction(event.operation(), e.getMessage()));
            afterwards.fail();
        }
    }

    private void settle() {
        switch (transactions.settle(false)) {
            case COMMITTED -> {
                deployment.outbox().record(committed());
                kept.run();
            }
            case IN_DOUBT -> deployment.outbox().leaveInDoubt(event, false);
            default -> {
                // rolled back, and the event with it
            }
        }
    }

    private AuditEvent committed() {
        return event.toDraft().transaction(TransactionOutcome.COMMITTED).toEvent();
    }

    @Override
    public UUID stagedId() {
        return event.id();
    }

    @Override
    public @Nullable AuditEvent toStage(TransactionOutcome transaction) {
        return committed();
    }

    @Override
    public boolean isAtomic() {
        return true;
    }

    @Override
    public void refuseIfClosed() {
        // no client was told of anything yet
    }

    @Override
    public void fail(AuditException why) {
        // it is thrown, too
    }

    @Override
    public Deployment deployment() {
        return deployment;
    }
}
