package dev.auditlog.capture;

import dev.auditlog.Audited;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/**
 * Tells the current call what its method threw, and opens an event of its own for an audited method that is not the
 * resource method of an HTTP call. Never decides the outcome of an HTTP call.
 */
@Interceptor
@Audited
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100) // outside @Transactional (+200), so a failed commit is seen
public class AuditedInterceptor {

    @AroundInvoke
    @AroundTimeout
    Object around(InvocationContext invocation) throws Exception {
        Frame outer = CurrentCall.innermostOrPassing();
        Call handedOver = outer == null ? HandoverInterceptor.of(invocation) : null;
        if (handedOver != null) {
            return onAnotherThread(handedOver, invocation);
        }
        if (outer instanceof Call call && isResourceMethod(call, invocation)) {
            AsyncFailures.watchArguments(call, invocation);
            return AsyncFailures.watchResult(call, invocation, watched(call, invocation));
        }
        if (outer instanceof Call call && isLocator(call, invocation)) {
            call.located(invocation.getTarget().getClass(), invocation.getMethod());
            return watched(call, invocation);
        }
        return BeanCall.run(outer, invocation);
    }

    /** What the method returns is left as it is: the server waits for that very object, and hands it to nobody. */
    private static Object onAnotherThread(Call call, InvocationContext invocation) throws Exception {
        CurrentCall.enter(call);
        try {
            AsyncFailures.watchArguments(call, invocation);
            return watched(call, invocation);
        } finally {
            CurrentCall.leave();
        }
    }

    private static boolean isResourceMethod(Call call, InvocationContext invocation) {
        Matched matched = call.matched();
        return matched != null && matched.isMethod(invocation.getMethod());
    }

    /** A sub-resource locator runs before the method is found, and is a part of the way to it: ADR 0029. */
    private static boolean isLocator(Call call, InvocationContext invocation) {
        return call.matched() == null
                && call.jaxrsPath() != null
                && invocation.getTarget() != null
                && Annotations.isLocator(invocation.getTarget().getClass(), invocation.getMethod());
    }

    private static Object watched(Call call, InvocationContext invocation) throws Exception {
        try {
            return invocation.proceed();
        } catch (Throwable thrown) {
            call.threw(thrown);
            throw thrown;
        }
    }
}
