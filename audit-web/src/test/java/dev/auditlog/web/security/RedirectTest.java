package dev.auditlog.web.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RedirectTest {

    private static String from(String uri, String local) {
        return Redirect.reference(FakeRequest.of(Map.of("getRequestURI", uri, "getContextPath", "/audit")), local);
    }

    @Test
    void reference_fromTheTop_staysInItsFolder() {
        assertEquals("./sign-in", from("/audit/events", "/sign-in"));
        assertEquals("./sign-in", from("/audit/", "/sign-in"));
    }

    @Test
    void reference_fromDeeper_climbsToTheTop() {
        assertEquals("../sign-in?to=%2Fevents%2F1", from("/audit/events/1", "/sign-in?to=%2Fevents%2F1"));
        assertEquals("../../sign-in", from("/audit/a//b", "/sign-in"));
    }

    @Test
    void reference_withAColonInItsFirstSegment_isNoScheme() {
        assertEquals("./javascript:x", from("/audit/sign-in", "/javascript:x"));
    }
}
