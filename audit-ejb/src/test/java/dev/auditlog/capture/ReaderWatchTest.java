package dev.auditlog.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.auditlog.config.AuditConfig;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReaderWatchTest {

    private final Call call = new Call(
            new Deployment(
                    AuditConfig.of(Map.of(), "desk"), new FakeRecorder(), new FakeRelay(), new Extensions(), () -> {}),
            new FakeHttp().request);

    /** A context whose body cannot be read, or reads as a text. */
    private static ReaderInterceptorContext reading(Throwable thrown) {
        return (ReaderInterceptorContext) Proxy.newProxyInstance(
                ReaderWatchTest.class.getClassLoader(),
                new Class<?>[] {ReaderInterceptorContext.class},
                (proxy, method, args) -> {
                    if (thrown != null) {
                        throw thrown;
                    }
                    return "body";
                });
    }

    @Test
    void body_thatCannotBeRead_isTheErrorOfTheCall() {
        IllegalStateException malformed = new IllegalStateException("malformed");
        CurrentCall.enter(call);
        try {
            assertSame(malformed, assertThrows(IllegalStateException.class, () -> new ReaderWatch()
                    .aroundReadFrom(reading(malformed))));
            assertSame(malformed, call.error());
        } finally {
            CurrentCall.leave();
        }
    }

    @Test
    void body_outsideOfACall_isReadAllTheSame() throws IOException {
        assertEquals("body", new ReaderWatch().aroundReadFrom(reading(null)));
        assertThrows(IOException.class, () -> new ReaderWatch().aroundReadFrom(reading(new IOException("cut"))));
    }
}
