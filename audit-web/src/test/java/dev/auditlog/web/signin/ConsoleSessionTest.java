package dev.auditlog.web.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.web.security.FakeRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsoleSessionTest {

    private static final String USED = ConsoleSession.class.getName() + ".used";
    private static final ConsoleUser DORA =
            new ConsoleUser("dora", "Dora Lee", List.of("auditor"), ConsoleUser.FORM, false, "1");

    private final Map<String, Object> attributes = new HashMap<>();
    private int restSeconds;
    private boolean ended;
    private final HttpSession session = (HttpSession) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {HttpSession.class}, (self, method, args) -> {
                switch (method.getName()) {
                    case "setAttribute" -> attributes.put((String) args[0], args[1]);
                    case "setMaxInactiveInterval" -> restSeconds = (Integer) args[0];
                    case "invalidate" -> ended = true;
                    default -> {
                        return switch (method.getName()) {
                            case "getAttribute" -> attributes.get((String) args[0]);
                            case "getAttributeNames" -> Collections.enumeration(List.copyOf(attributes.keySet()));
                            case "getMaxInactiveInterval" -> restSeconds;
                            default -> throw new UnsupportedOperationException(method.getName());
                        };
                    }
                }
                return null;
            });

    private HttpServletRequest request() {
        return FakeRequest.of(Map.of(
                "isRequestedSessionIdFromCookie",
                true,
                "getSession(false)",
                session,
                "getSession(true)",
                session,
                "changeSessionId",
                "2"));
    }

    @Test
    void session_thatOnlyRefreshesItself_endsWhenNobodyHasUsedItForSoLong() {
        ConsoleSession.open(request(), DORA, "token", Duration.ofMinutes(30));
        assertEquals(Optional.of(DORA), ConsoleSession.userOf(request()));
        attributes.put(USED, System.currentTimeMillis() - Duration.ofMinutes(31).toMillis());
        ConsoleSession.used(request());
        assertEquals(Optional.of(DORA), ConsoleSession.userOf(request()), "used again in between");
        attributes.put(USED, System.currentTimeMillis() - Duration.ofMinutes(31).toMillis());
        assertEquals(Optional.empty(), ConsoleSession.userOf(request()));
        assertTrue(ended);
    }

    @Test
    void session_withoutALimit_rests() {
        ConsoleSession.open(request(), DORA, "token", Duration.ZERO);
        attributes.put(USED, 0L);
        assertEquals(Optional.of(DORA), ConsoleSession.userOf(request()));
        assertFalse(ended);
    }

    @Test
    void refresh_isWhatThePageOfTheRecordersAsksInTheBackground() {
        assertTrue(ConsolePaths.isRefresh(asked("POST", "/audit/recorders", "partial/ajax")));
        assertTrue(ConsolePaths.isRefresh(asked("POST", "/audit/recorders.xhtml", "partial/ajax")));
        assertTrue(ConsolePaths.isRefresh(asked("GET", "/audit/state", "")));
        assertFalse(ConsolePaths.isRefresh(asked("GET", "/audit/recorders", "partial/ajax")));
        assertFalse(ConsolePaths.isRefresh(asked("POST", "/audit/recorders", "")));
        assertFalse(ConsolePaths.isRefresh(asked("POST", "/audit/accounts", "partial/ajax")));
    }

    private static HttpServletRequest asked(String method, String path, String header) {
        return FakeRequest.of(Map.of(
                "getMethod", method,
                "getRequestURI", path,
                "getContextPath", "/audit",
                "getHeader(Faces-Request)", header));
    }
}
