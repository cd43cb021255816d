package dev.auditlog.web.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.auditlog.account.Accounts;
import dev.auditlog.web.security.FakeRequest;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DatabaseUsersTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final ConsoleUser joan =
            new ConsoleUser("joan", "Joan", List.of("auditor"), ConsoleUser.FORM, false, "2026-11-25T13:00:00Z");

    private DatabaseUsers users(boolean storeIsThere) {
        Accounts away = (Accounts) Proxy.newProxyInstance(
                Accounts.class.getClassLoader(), new Class<?>[] {Accounts.class}, (self, method, args) -> {
                    asked.incrementAndGet();
                    throw new IllegalStateException("no connection");
                });
        return new DatabaseUsers(away, () -> storeIsThere, Clock.systemUTC());
    }

    private static Attempt.Result result(DatabaseUsers users) {
        return users.check(
                        FakeRequest.of(Map.of()),
                        new BasicCredentials("joan", new char[0]),
                        "10.1.2.3",
                        ConsoleUser.FORM)
                .result();
    }

    @Test
    void users_ofAStoreThatIsKnownToBeAway_areUnavailableAtOnce() {
        DatabaseUsers users = users(false);
        assertEquals(Attempt.Result.UNAVAILABLE, result(users));
        assertEquals(Optional.of(joan), users.current(joan), "nobody is signed out by it");
        assertFalse(users.isKnown("joan"));
        assertEquals(0, asked.get());
    }

    @Test
    void users_ofAStoreThatTurnsOutToBeAway_areUnavailable() {
        DatabaseUsers users = users(true);
        assertEquals(Attempt.Result.UNAVAILABLE, result(users));
        assertEquals(Optional.of(joan), users.current(joan));
        assertFalse(users.isKnown("joan"));
        assertEquals(3, asked.get());
    }
}
