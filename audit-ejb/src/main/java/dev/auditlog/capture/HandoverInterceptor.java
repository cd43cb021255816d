package dev.auditlog.capture;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/**
 * Notes on the request's thread whose method a resource method is. Jakarta Concurrency's {@code @Asynchronous} moves all that is inside
 * of it to another thread, where {@link AuditedInterceptor} would find no call, and take the method for a bean's: ADR 0022.
 */
@Interceptor
@HandedOver
@Priority(Interceptor.Priority.PLATFORM_BEFORE) // outside @Asynchronous (+5)
public class HandoverInterceptor {

    private static final String CALL = HandoverInterceptor.class.getName();

    @AroundInvoke
    Object around(InvocationContext invocation) throws Exception {
        if (CurrentCall.innermost() instanceof Call call && call.isAbout(invocation.getMethod())) {
            invocation.getContextData().put(CALL, call);
        }
        return invocation.proceed();
    }

    /** The call whose method was handed over to this thread; null where none was. */
    static @Nullable Call of(InvocationContext invocation) {
        return invocation.getContextData().get(CALL) instanceof Call call ? call : null;
    }
}
