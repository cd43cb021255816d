package dev.auditlog.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.auditlog.AuditException;
import dev.auditlog.AuditUnavailableException;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Providers;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnavailableMapperTest {

    private final UnavailableMapper mapper = new UnavailableMapper();

    @Test
    void exception_thatAMapperOfTheApplicationTakes_isAnsweredByThat() {
        List<Throwable> taken = new ArrayList<>();
        ExceptionMapper<Throwable> all = thrown -> {
            taken.add(thrown);
            return null;
        };
        mapper.providers = (Providers) Proxy.newProxyInstance(
                Providers.class.getClassLoader(),
                new Class<?>[] {Providers.class},
                (proxy, method, args) -> args[0] == AuditException.class ? all : null);
        AuditUnavailableException away = CaptureMessages.notRun("Work.done");
        mapper.toResponse(away);
        assertEquals(List.of(away), taken);
    }
}
