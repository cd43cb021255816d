package dev.auditlog.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class HeadersTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void correlationId_ofTheAllowedForm_isTaken() {
        assertEquals("req-1:a.b_C", Headers.correlationId("req-1:a.b_C"));
        assertEquals("a".repeat(128), Headers.correlationId("a".repeat(128)));
    }

    @Test
    void correlationId_ofAnyOtherForm_isDropped() {
        assertNull(Headers.correlationId("<script>"));
        assertNull(Headers.correlationId("a".repeat(129)));
        assertNull(Headers.correlationId(""));
        assertNull(Headers.correlationId(null));
    }

    @Test
    void traceId_ofAValidTraceparent_isTaken() {
        assertEquals(TRACE, Headers.traceId("00-" + TRACE + "-00f067aa0ba902b7-01"));
    }

    @Test
    void traceId_ofAnInvalidTraceparent_isDropped() {
        assertNull(Headers.traceId("00-" + "0".repeat(32) + "-00f067aa0ba902b7-01"));
        assertNull(Headers.traceId("00-" + TRACE + "-" + "0".repeat(16) + "-01"));
        assertNull(Headers.traceId("ff-" + TRACE + "-00f067aa0ba902b7-01"));
        assertNull(Headers.traceId("00-" + TRACE.toUpperCase(java.util.Locale.ROOT) + "-00f067aa0ba902b7-01"));
        assertNull(Headers.traceId(null));
    }
}
