package dev.auditlog.capture;

import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.TimeoutHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Tells a call what its method gives up with later. A JAX-RS runtime that has no mapper for it sends a plain 500 and
 * completes the call, all before it hands the exception to anybody.
 */
final class AsyncFailures {

    private AsyncFailures() {}

    /** Has the method resume through us. */
    static void watchArguments(Call call, InvocationContext invocation) {
        if (!isAnswering(invocation)) {
            return;
        }
        Object[] watched = Arrays.stream(invocation.getParameters())
                .map(argument -> argument instanceof AsyncResponse response ? watched(call, response) : argument)
                .toArray();
        invocation.setParameters(watched);
    }

    /** Whether a method answers an HTTP call by what it was given. */
    static boolean isAnswering(InvocationContext invocation) {
        Object[] given = invocation.getParameters();
        return given != null && Arrays.stream(given).anyMatch(AsyncResponse.class::isInstance);
    }

    private static AsyncResponse watched(Call call, AsyncResponse response) {
        return (AsyncResponse) Proxy.newProxyInstance(
                AsyncFailures.class.getClassLoader(), new Class<?>[] {AsyncResponse.class}, (proxy, method, args) -> {
                    boolean one = args != null && args.length == 1;
                    if (one && method.getName().equals("resume") && args[0] instanceof Throwable thrown) {
                        note(call, thrown);
                    }
                    boolean handles = one && args[0] instanceof TimeoutHandler;
                    Object[] passed = handles
                            ? new Object[] {watched(call, (AsyncResponse) proxy, (TimeoutHandler) args[0])}
                            : args;
                    try {
                        return method.invoke(response, passed);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static TimeoutHandler watched(Call call, AsyncResponse own, TimeoutHandler handler) {
        return response -> {
            try {
                handler.handleTimeout(own);
            } catch (RuntimeException | Error thrown) {
                note(call, thrown);
                throw thrown;
            }
        };
    }

    private static void note(Call call, Throwable thrown) {
        if (!call.isClosed()) {
            call.threw(thrown);
        }
    }

    /** Returns what the method returned; of a stage a copy, since its own followers would be called before us. */
    static @Nullable Object watchResult(Call call, InvocationContext invocation, @Nullable Object result) {
        boolean fits = invocation.getMethod().getReturnType().isAssignableFrom(CompletableFuture.class);
        return fits && result instanceof CompletionStage<?> stage ? copy(call, stage) : result;
    }

    private static <T> CompletionStage<T> copy(Call call, CompletionStage<T> stage) {
        CompletableFuture<T> copy = new CompletableFuture<>();
        stage.whenComplete((value, thrown) -> {
            if (thrown == null) {
                copy.complete(value);
                return;
            }
            note(call, thrown);
            copy.completeExceptionally(thrown);
        });
        return copy;
    }
}
