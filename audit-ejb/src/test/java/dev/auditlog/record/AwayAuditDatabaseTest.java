package dev.auditlog.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.AuditUnavailableException;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.record.RunningRelayTest.Business;
import dev.auditlog.record.RunningRelayTest.KeptEvents;
import dev.auditlog.store.AuditDatabase;
import dev.auditlog.store.Outbox;
import dev.auditlog.store.TestDatabases;
import dev.auditlog.store.UrlDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The server starts while the audit database is away: nothing has been connected to yet. */
class AwayAuditDatabaseTest {

    private final AuditDatabase away = AuditDatabase.open(new Away(), AuditDatabase.Options.defaults());
    private RunningRelay relay;

    private RunningRelay open(Outbox outbox) {
        return new RunningRelay(
                "desk",
                new KeptEvents(), // takes events all the same, as with audit.on-outage=SPOOL
                outbox,
                new JpaChairs(away, "desk", () -> "n1"),
                Duration.ofSeconds(10),
                work -> new Thread(() -> {})); // the test makes the passes
    }

    @AfterEach
    void close() {
        relay.close();
        away.close();
    }

    @Test
    void outboxElsewhere_withRowsFromBefore_takesRows() throws Exception {
        Business business = new Business(TestDatabases.derby());
        RunningRelayTest.createTable(business, "derby");
        relay = open(Outbox.open(business, false));
        AuditEvent event = RunningRelayTest.event();
        business.begin();
        relay.stage(event.id(), event);
        business.commit();
        relay.close();
        relay = open(Outbox.open(business, false)); // the next process
        relay.needed();
        relay.pass();
        assertNull(relay.fault());
        assertTrue(relay.isIndependent());
    }

    @Test
    void outboxBesideTheAuditTables_isAwayForNow_andNoFaultOfTheDeveloper() {
        relay = open(Outbox.forDataSource("jdbc/audit", true, away));
        relay.needed();
        relay.pass();
        assertEquals("AUD-0402", relay.fault().code());
        assertInstanceOf(AuditUnavailableException.class, relay.fault());
    }

    private static final class Away extends UrlDataSource {

        Away() {
            super("", "");
        }

        @Override
        public Connection getConnection() throws SQLException {
            throw new SQLException("away", "08001");
        }
    }
}
