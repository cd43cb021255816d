package dev.auditlog.redact;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HintsTest {

    @Test
    void has_wordInAnyCaseAndPlace_isFound() {
        assertTrue(Hints.has("bearer x", "bearer"));
        assertTrue(Hints.has("x BEARER", "bearer"));
        assertTrue(Hints.has("beBeArErx", "bearer"));
        assertTrue(Hints.has("bearer", "bearer"));
    }

    @Test
    void has_textWithoutTheWord_isNot() {
        assertFalse(Hints.has("beare", "bearer"));
        assertFalse(Hints.has("", "bearer"));
        assertFalse(Hints.has("b-e-a-r-e-r bea rer", "bearer"));
    }

    @Test
    void hasAny_oneOfSeveral_isEnough() {
        assertTrue(Hints.hasAny("NTLM abc", "bearer", "ntlm"));
        assertFalse(Hints.hasAny("digest abc", "bearer", "ntlm"));
    }
}
