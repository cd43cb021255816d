package dev.auditlog.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.AuditException;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.record.RunningRelayTest.Business;
import dev.auditlog.record.RunningRelayTest.KeptEvents;
import dev.auditlog.store.Outbox;
import dev.auditlog.store.TestDatabases;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The user of the business database lacks a right on the outbox. */
class OutboxRightsTest {

    private final String schema = TestDatabases.newName();
    private final String owner = "o" + schema;
    private final String user = "u" + schema;
    private final Business business = new Business(TestDatabases.postgresql(schema, user));
    private final RunningRelay relay = new RunningRelay(
            "desk",
            new KeptEvents(),
            Outbox.open(business, false),
            chain -> Chairs.Whose.OURS,
            Duration.ofSeconds(10),
            work -> new Thread(() -> {})); // the test makes the passes

    @BeforeEach
    void allRights() throws Exception {
        TestDatabases.asSuperuser(
                "create user " + owner,
                "create schema " + schema + " authorization " + owner,
                "create user " + user,
                "grant usage on schema " + schema + " to " + user);
        RunningRelayTest.createTable(new Business(TestDatabases.postgresql(schema, owner)), "postgresql");
        change("grant", "select, insert, update, delete", "to");
        relay.needed();
        relay.pass();
        assertNull(relay.fault());
    }

    private void change(String verb, String rights, String preposition) {
        TestDatabases.asSuperuser(verb + " " + rights + " on " + schema + ".audit_outbox " + preposition + " " + user);
    }

    @AfterEach
    void close() {
        relay.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"select", "insert", "update", "delete"})
    void rightThatIsMissing_isFoundBeforeItIsNeeded_andSaid(String right) {
        change("revoke", right, "from");
        RunningRelay next = new RunningRelay(
                "desk",
                new KeptEvents(),
                Outbox.open(business, false),
                chain -> Chairs.Whose.OURS,
                Duration.ofSeconds(10),
                work -> new Thread(() -> {}));
        next.needed();
        next.pass();
        AuditException fault = next.fault();
        assertEquals("AUD-0435", fault.code());
        assertTrue(
                fault.getMessage().contains("SQLSTATE 42501")
                        && fault.getMessage().contains("select, insert, update and delete on audit_outbox"),
                fault::getMessage);
        next.close();
    }

    @Test
    void rightThatIsTakenAway_isAFaultFromTheFirstCallOn_andHeals() throws SQLException {
        change("revoke", "insert", "from");
        relay.pass();
        assertNull(relay.fault(), "the relay itself inserts nothing");
        AuditEvent event = RunningRelayTest.event();
        business.begin();
        assertThrows(AuditException.class, () -> relay.stage(event.id(), event));
        business.rollback();
        relay.pass();
        assertNotNull(relay.status().fault());
        change("grant", "insert", "to");
        relay.pass();
        assertNull(relay.status().fault());
    }
}
