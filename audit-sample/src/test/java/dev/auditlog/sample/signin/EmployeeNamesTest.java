package dev.auditlog.sample.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.auditlog.event.Actor;
import org.junit.jupiter.api.Test;

class EmployeeNamesTest {

    private final EmployeeNames names = new EmployeeNames();

    @Test
    void employee_isNamedInFull_andKeepsTheId() {
        Actor actor = names.resolve(() -> "alice", Actor.user("alice"));
        assertNotNull(actor);
        assertEquals("alice", actor.id());
        assertEquals("Alice Doe", actor.name());
        assertEquals("sales", actor.group());
    }

    @Test
    void stranger_isLeftAsKnown() {
        assertNull(names.resolve(() -> "mallory", Actor.user("mallory")));
    }
}
