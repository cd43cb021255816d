package dev.auditlog.bench.app.naive;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** Stores one row for each call, when the method has returned. */
@Interceptor
@Logged
@Priority(Interceptor.Priority.APPLICATION)
public class LoggedInterceptor implements Serializable {

    private static final long serialVersionUID = 1;

    @Inject
    transient CallLog log;

    @Inject
    transient HttpServletRequest request;

    @AroundInvoke
    Object around(InvocationContext call) throws Exception {
        long began = System.nanoTime();
        String outcome = "ERROR";
        try {
            Object result = call.proceed();
            outcome = "SUCCESS";
            return result;
        } finally {
            log.write(facts(call, outcome, TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began)));
        }
    }

    private CallFacts facts(InvocationContext call, String outcome, long micros) {
        Method method = call.getMethod();
        return new CallFacts(
                Instant.now(),
                request.getRemoteUser(),
                method.getDeclaringClass().getSimpleName() + "." + method.getName(),
                request.getMethod(),
                request.getRequestURI(),
                request.getRemoteAddr(),
                request.getHeader("User-Agent"),
                outcome,
                micros,
                Arrays.toString(call.getParameters()));
    }
}
