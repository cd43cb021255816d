package dev.auditlog.capture;

import dev.auditlog.AuditException;
import dev.auditlog.AuditUnavailableException;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Outcome;
import dev.auditlog.store.SqlErrors;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** Closes a call as its guarantee asks: ADR 0051. */
final class CallEnd {

    private static final Logger LOG = System.getLogger(CallEnd.class.getName());

    private final Call call;
    private final Matched scope;
    private final @Nullable String location;

    CallEnd(Call call, Matched scope, @Nullable String location) {
        this.call = call;
        this.scope = scope;
        this.location = location;
    }

    /** Blocks until the event is where the guarantee wants it, or cannot be. */
    Call.Closing close(int status) {
        try {
            return switch (scope.rule().guarantee()) {
                case ATOMIC -> atomic(status);
                case BEST_EFFORT -> offered(status);
                default -> recorded(status);
            };
        } catch (AuditUnavailableException e) {
            return Call.Closing.REFUSED;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, CaptureMessages.notMade(call.id(), e)); // its message and trace may hold request data
            return Call.Closing.REFUSED;
        }
    }

    private Call.Closing recorded(int status) {
        if (!isWanted(status)) {
            return Call.Closing.UNRECORDED;
        }
        call.deployment().record(event(status));
        return Call.Closing.RECORDED;
    }

    /** Neither a store that is away nor a fault of ours changes the response. */
    private Call.Closing offered(int status) {
        if (!isWanted(status)) {
            return Call.Closing.UNRECORDED;
        }
        try {
            boolean taken = call.deployment().recorder().offer(event(status));
            return taken ? Call.Closing.RECORDED : Call.Closing.UNRECORDED;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, CaptureMessages.notOffered(call.id(), e)); // without its message, as above
            return Call.Closing.UNRECORDED;
        }
    }

    private Call.Closing atomic(int status) {
        if (call.transactions().isOpen()) {
            call.fail(CaptureMessages.responseBeforeCommit(scope.rule().operation()));
            rollBack();
        }
        StagedEvent.State state = call.transactions().settle(call.error() != null);
        if (state == StagedEvent.State.ABSENT && SqlErrors.isOfTwoResources(call.error())) {
            call.fail(CaptureMessages.notTogether(scope.rule().operation()));
        }
        AuditException fault = call.fault();
        int sent = fault == null ? status : Problems.statusOf(fault);
        if (state == StagedEvent.State.COMMITTED) {
            call.deployment().outbox().record(event(sent)); // whatever is asked for: something was changed
            return fault == null ? Call.Closing.RECORDED : Call.Closing.FAILED_AND_RECORDED;
        } else if (state == StagedEvent.State.ABSENT) {
            return withFault(recorded(sent), fault);
        }
        LOG.log(Level.WARNING, CaptureMessages.inDoubt(call.id()));
        call.deployment().outbox().leaveInDoubt(event(sent), ifRolledBack());
        return Call.Closing.REFUSED;
    }

    /** Nothing was changed then, so the event tells what the client was told. What was committed is told of as it ran. */
    private @Nullable AuditEvent ifRolledBack() {
        int told = HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        return isWanted(told) ? event(told) : null;
    }

    private static Call.Closing withFault(Call.Closing plain, @Nullable AuditException fault) {
        if (fault == null) {
            return plain;
        }
        return plain == Call.Closing.RECORDED ? Call.Closing.FAILED_AND_RECORDED : Call.Closing.FAILED;
    }

    /** The response would tell of a success that may not come: the transaction must not commit any more. */
    private void rollBack() {
        call.transactions().willRollBack();
        TransactionSynchronizationRegistry registry = call.deployment().transactionRegistry();
        try {
            if (registry != null && Transactions.isRunning(registry)) {
                registry.setRollbackOnly();
            }
        } catch (IllegalStateException e) {
            LOG.log(Level.DEBUG, "the transaction has another thread; it refuses its commit itself", e);
        }
    }

    private boolean isWanted(int status) {
        return scope.rule().records(Outcome.ofStatus(status));
    }

    private AuditEvent event(int status) {
        return new EventMaker(call, scope).make(status, location);
    }
}
