package dev.auditlog.capture;

import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Sees a body that cannot be read, also where a mapper of the application makes an answer of it. */
@jakarta.annotation.Priority(Integer.MIN_VALUE)
final class ReaderWatch implements ReaderInterceptor {

    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        try {
            return context.proceed();
        } catch (IOException | RuntimeException | Error thrown) {
            Call call = CurrentCall.call();
            if (call != null) {
                call.threw(thrown);
            }
            throw thrown;
        }
    }
}
