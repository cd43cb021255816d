package dev.auditlog.capture;

import dev.auditlog.AuditException;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;

/**
 * Watches the transaction that a method runs in, so that the events of the calls around it can tell how it ended, and
 * those of ATOMIC calls can be a part of it.
 */
@Interceptor
@WatchedTransaction
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 300) // inside @Transactional (+200), where the transaction is
public class TransactionInterceptor {

    @AroundInvoke
    @AroundTimeout
    Object around(InvocationContext invocation) throws Exception {
        List<Frame> watching = watch();
        Frame innermost = CurrentCall.innermost();
        if (innermost != null && innermost.isAbout(invocation.getMethod())) {
            Atomicity.require(innermost, invocation);
        }
        Object result;
        try {
            result = invocation.proceed();
        } catch (Throwable thrown) {
            stageAfter(thrown, watching);
            throw thrown;
        }
        watching.forEach(TransactionInterceptor::stage);
        return result;
    }

    /** Returns the calls for which this method is the first in its transaction. */
    private static List<Frame> watch() {
        List<Frame> watching = new ArrayList<>();
        for (Frame frame : CurrentCall.all()) {
            if (frame.eventId() != null
                    && frame.transactions().watch(frame.deployment().transactionRegistry())) {
                watching.add(frame);
            }
        }
        return watching;
    }

    private static void stage(Frame frame) {
        TransactionSynchronizationRegistry registry = frame.deployment().transactionRegistry();
        if (registry != null) {
            frame.transactions().stage(registry);
        }
    }

    /** What was thrown may still let the transaction commit. If the event cannot be put in, it may not any more. */
    private static void stageAfter(Throwable thrown, List<Frame> watching) {
        try {
            watching.forEach(TransactionInterceptor::stage);
        } catch (AuditException e) {
            thrown.addSuppressed(e); // the application's own reason is what the caller is to see
        }
    }
}
