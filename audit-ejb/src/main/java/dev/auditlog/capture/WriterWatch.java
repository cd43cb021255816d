package dev.auditlog.capture;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Sees an entity that cannot be written, also where the JAX-RS runtime swallows the exception after the first byte. */
@jakarta.annotation.Priority(Integer.MIN_VALUE)
final class WriterWatch implements WriterInterceptor {

    @Context
    private HttpServletRequest request;

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        try {
            context.proceed();
        } catch (IOException | RuntimeException | Error thrown) {
            Call call = call();
            if (call != null) {
                call.threw(thrown);
            }
            throw thrown;
        }
    }

    /** An asynchronous response is written on another thread, where only the request knows the call. */
    private @Nullable Call call() {
        Call onThread = CurrentCall.call();
        if (onThread != null) {
            return onThread;
        }
        try {
            return request.getAttribute(Exchange.ATTRIBUTE) instanceof Exchange exchange ? exchange.call() : null;
        } catch (IllegalStateException e) {
            return null; // no request on this thread
        }
    }
}
