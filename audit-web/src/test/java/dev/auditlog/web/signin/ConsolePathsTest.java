package dev.auditlog.web.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ConsolePathsTest {

    @Test
    void pages_ofEvents_areNotOpen() {
        assertFalse(ConsolePaths.isOpen("/events"));
        assertFalse(ConsolePaths.isOpen("/apix"));
        assertFalse(ConsolePaths.isOpen("/events.xhtml"));
        assertTrue(ConsolePaths.isOpen("/api/events"));
        assertTrue(ConsolePaths.isOpen("/sign-in"));
    }

    @Test
    void accounts_inEverySpelling_areForTheAdmin() {
        assertTrue(ConsolePaths.isForAdmin("/accounts"));
        assertTrue(ConsolePaths.isForAdmin("/accounts.xhtml"));
        assertTrue(ConsolePaths.isForAdmin("/accounts/x"));
        assertFalse(ConsolePaths.isForAdmin("/account"));
    }

    @Test
    void roles_withThoseThatTheyImply_areComplete() {
        assertEquals(Set.of("admin", "auditor", "exporter"), Roles.implied(Set.of("admin")));
        assertEquals(Set.of("auditor", "exporter"), Roles.implied(Set.of("exporter")));
        assertEquals(Set.of("auditor"), Roles.implied(Set.of("auditor", "clerk")));
        assertEquals(Set.of(), Roles.implied(Set.of("clerk")));
    }
}
