package dev.auditlog.capture;

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
        List<Frame> frames = watch();
        Frame innermost = CurrentCall.innermost();
        if (innermost != null && innermost.isAbout(invocation.getMethod())) {
            Atomicity.require(innermost, invocation);
        }
        frames.forEach(TransactionInterceptor::stage);
        return invocation.proceed();
    }

    /** Returns the calls that this method is a part of. */
    private static List<Frame> watch() {
        List<Frame> frames = new ArrayList<>();
        for (Frame frame : CurrentCall.all()) {
            if (frame.eventId() != null) {
                frame.transactions().watch(frame.deployment().transactionRegistry());
                frames.add(frame);
            }
        }
        return frames;
    }

    /** Before the work: the server then lends the work the connection that the event was written with. ADR 0065. */
    private static void stage(Frame frame) {
        TransactionSynchronizationRegistry registry = frame.deployment().transactionRegistry();
        if (registry != null) {
            frame.transactions().stage(registry);
        }
    }
}
