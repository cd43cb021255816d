package dev.auditlog.web.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "/javascript:alert(1)",
                "/../other",
                "/events/../../other",
                "/%2e%2e/other",
                "/events\r\nSet-Cookie: a=b",
                "/events?q=\"><script>",
                "/%2f/evil.example",
                "https:evil.example",
                "/sign-out",
                "/sign-in?to=/x",
                "/error",
                "events",
                ""
            })
    void path_thatCouldLeadElsewhere_isTheEvents(String path) {
        assertEquals("/events", ReturnPath.checked(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/events",
                "/events/01935f5e-7a2b-7c3d-8e4f-0123456789ab",
                "/events?q=actor%3Aalice%20-path:/x/*&from=-15m&to=2026-11-24T21:59:05Z",
                "/accounts"
            })
    void path_withinTheConsole_isKept(String path) {
        assertEquals(path, ReturnPath.checked(path));
    }

    @Test
    void path_ofAbsurdLength_isTheEvents() {
        assertEquals("/events", ReturnPath.checked("/" + "a".repeat(5000)));
    }

    @Test
    void signIn_forALink_carriesItEncodedOnce() {
        assertEquals("/sign-in?to=%2Fevents%3Fq%3Da%2520b", ReturnPath.signInFor("/events?q=a%20b"));
        assertEquals("/sign-in", ReturnPath.signInFor("/events"));
    }
}
