package dev.auditlog.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.config.AuditConfig;
import dev.auditlog.coverage.CoverageReport;
import dev.auditlog.coverage.Coverages;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.query.EventCursor;
import dev.auditlog.query.EventFinder;
import dev.auditlog.query.EventFinders;
import dev.auditlog.query.EventQuery;
import dev.auditlog.query.RollUp;
import dev.auditlog.record.Recorders;
import dev.auditlog.record.RunningRecorder;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the library does works for a user who may add and read events only. */
@Timeout(120)
class PostgresqlRoleTest {

    private static final AuditConfig CONFIG = AuditConfig.of(Map.of("audit.node", "host-1"), "shop");

    @ParameterizedTest
    @ValueSource(strings = {"audit_recorder", "audit_console"})
    void userOfTheRole_recordsAndFindsEvents(String role) {
        AuditDatabase database = AuditDatabase.open(PostgresqlRoles.schemaFor(role), AuditDatabase.Options.defaults());
        UUID first = record(database);
        UUID second = record(database); // takes over the chain that the first one let go
        EventFinder finder = EventFinders.of(database, CONFIG);
        EventQuery query = EventQuery.parse("operation:Order.create");
        assertEquals(
                List.of(second, first),
                finder.page(query, EventCursor.start(), 10).events().stream()
                        .map(AuditEvent::id)
                        .toList());
        assertEquals(2, finder.count(query).value());
        assertEquals(2, finder.find(second).orElseThrow().sequence());
        database.maintain();
        assertFalse(database.concerns().stream().anyMatch(c -> c.startsWith("AUD-041") && !c.startsWith("AUD-0412")));
        database.close();
    }

    @Test
    void userOfTheConsole_keepsTheNumbersBesideAList() {
        AuditDatabase database =
                AuditDatabase.open(PostgresqlRoles.schemaFor("audit_console"), AuditDatabase.Options.defaults());
        record(database);
        RollUp rollUp = new RollUp(database);
        assertEquals(1, rollUp.advance());
        assertEquals(0, rollUp.advance());
        assertEquals(
                1,
                EventFinders.of(database, CONFIG)
                        .count(EventQuery.parse("operation:Order.create"))
                        .value());
        database.close();
    }

    @Test
    void userOfAnOlderRole_countsRows() {
        AuditDatabase database =
                AuditDatabase.open(PostgresqlRoles.schemaFor("audit_recorder"), AuditDatabase.Options.defaults());
        record(database);
        Object schema = database.read(
                em -> em.createNativeQuery("select current_schema()").getSingleResult());
        TestDatabases.asSuperuser("revoke select on " + schema + ".audit_count_mark from audit_recorder");
        assertThrows(PersistenceException.class, () -> new RollUp(database).advance());
        assertEquals(
                1,
                EventFinders.of(database, CONFIG)
                        .count(EventQuery.parse("operation:Order.create"))
                        .value());
        database.close();
    }

    @Test
    void userOfTheRole_usesTheOutbox() {
        DataSource dataSource = PostgresqlRoles.schemaFor("audit_recorder");
        Outbox outbox = Outbox.open(dataSource, true);
        outbox.check();
        UUID id = UUID.randomUUID();
        AuditDatabase database = AuditDatabase.open(dataSource, AuditDatabase.Options.defaults());
        database.write(em -> em.createNativeQuery("insert into audit_outbox (id, application, chain, created_us, event)"
                        + " values ('" + id + "', 'shop', 'shop@host-1', 0, '{}')")
                .executeUpdate());
        assertEquals(List.of("shop@host-1"), outbox.chains("shop"));
        outbox.setAside(id, "SQLSTATE 23514");
        assertTrue(outbox.holds(id));
        outbox.delete(List.of(id));
        assertFalse(outbox.holds(id));
        database.close();
    }

    @Test
    void userOfTheRole_tellsWhatIsCovered_again() {
        AuditDatabase database =
                AuditDatabase.open(PostgresqlRoles.schemaFor("audit_recorder"), AuditDatabase.Options.defaults());
        Coverages coverages = Coverages.of(database);
        coverages.tell(new CoverageReport("shop", "/shop", List.of()), "host-1");
        coverages.tell(new CoverageReport("shop", "/shop", List.of()), "host-1");
        assertEquals(1, coverages.all().size());
        database.close();
    }

    private static UUID record(AuditDatabase database) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        AuditEvent event = AuditEvent.draft("Order.create")
                .id(EventIds.next(now))
                .time(now)
                .toEvent();
        RunningRecorder recorder = Recorders.open(CONFIG, database, Thread::new, List::of);
        recorder.record(event);
        recorder.close();
        return event.id();
    }
}
