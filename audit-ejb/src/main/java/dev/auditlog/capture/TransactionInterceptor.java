package dev.auditlog.capture;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Watches the transaction that a method runs in, so that the event of the call can tell how it ended. */
@Interceptor
@WatchedTransaction
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 300) // inside @Transactional (+200), where the transaction is
public class TransactionInterceptor {

    @AroundInvoke
    @AroundTimeout
    Object around(InvocationContext invocation) throws Exception {
        Frame frame = CurrentCall.innermost();
        if (frame != null && frame.eventId() != null) {
            frame.transactions().watch(frame.deployment().transactionRegistry());
        }
        return invocation.proceed();
    }
}
