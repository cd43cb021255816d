package dev.auditlog.web.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProxiedRequestTest {

    private static HttpServletRequest request(String servletPath, Map<String, String> headers) {
        Map<String, Object> answers = new HashMap<>(Map.of(
                "getServletPath",
                servletPath,
                "getContextPath",
                "/audit",
                "getRequestURI",
                "/audit/events",
                "getRequestURL",
                new StringBuffer("http://backend:8080/audit/events"),
                "getScheme",
                "http",
                "isSecure",
                false));
        headers.forEach((name, value) -> answers.put("getHeader(" + name + ")", value));
        return ProxiedRequest.of(FakeRequest.of(answers));
    }

    @Test
    void request_behindProxyWithPrefixAndProto_showsTheOutsideAddress() {
        HttpServletRequest seen =
                request("/events", Map.of("X-Forwarded-Proto", "https", "X-Forwarded-Prefix", "/tools/"));
        assertEquals("https", seen.getScheme());
        assertTrue(seen.isSecure());
        assertEquals("/tools/audit", seen.getContextPath());
        assertEquals("/tools/audit/events", seen.getRequestURI());
        assertEquals(
                "https://backend:8080/tools/audit/events", seen.getRequestURL().toString());
    }

    @Test
    void request_thatWasForwarded_hasThePrefixOnce() {
        HttpServletRequest first = ProxiedRequest.of(FakeRequest.of(Map.of(
                "getServletPath", "/events", "getContextPath", "/audit", "getHeader(X-Forwarded-Prefix)", "/tools")));
        ServletRequestWrapper outer = (ServletRequestWrapper) first;
        outer.setRequest(
                FakeRequest.of(Map.of("getRequestURI", "/tools/audit/event", "getContextPath", "/tools/audit")));
        assertEquals("/tools/audit/event", first.getRequestURI());
        assertEquals("/tools/audit", first.getContextPath());
    }

    @Test
    void request_ofTheApi_keepsItsPathAndTakesTheScheme() {
        HttpServletRequest seen = request("/api", Map.of("X-Forwarded-Proto", "https", "X-Forwarded-Prefix", "/tools"));
        assertTrue(seen.isSecure());
        assertEquals("/audit", seen.getContextPath());
    }

    @Test
    void request_withoutHeaders_isLeftAsItIs() {
        assertFalse(request("/events", Map.of()) instanceof ProxiedRequest);
    }

    @Test
    void proto_thatIsNoHttpScheme_countsAsAbsent() {
        assertNull(ProxiedRequest.protoOf("javascript"));
        assertNull(ProxiedRequest.protoOf("https, http"));
        assertNull(ProxiedRequest.protoOf(null));
        assertEquals("https", ProxiedRequest.protoOf(" HTTPS "));
    }

    @Test
    void prefix_thatLeadsElsewhere_countsAsAbsent() {
        assertSame("", ProxiedRequest.prefixOf("//evil.example"));
        assertSame("", ProxiedRequest.prefixOf("/a/../b"));
        assertSame("", ProxiedRequest.prefixOf("/a\"><script>"));
        assertSame("", ProxiedRequest.prefixOf("https://evil.example"));
        assertSame("", ProxiedRequest.prefixOf("/"));
        assertEquals("/a/b", ProxiedRequest.prefixOf("/a/b"));
    }
}
