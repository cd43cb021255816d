package dev.auditlog.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.canonical.EventJson;
import dev.auditlog.event.AuditEvent;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Databases that lack characters which any client can send. */
class PostgresqlEncodingTest {

    private static final String BEYOND = "\u65e5\ud83d\ude00\u00fc ";

    @Test
    void event_withCharactersThatTheEncodingLacks_isTakenOnceItIsRepaired() {
        DataSource latin = TestDatabases.postgresqlIn("LATIN1");
        try (AuditDatabase database = AuditDatabase.open(latin, AuditDatabase.Options.defaults())) {
            EventRow row = EventRows.of(Samples.filled(1, BEYOND));
            RuntimeException refused = assertThrows(RuntimeException.class, () -> persist(database, row));
            assertEquals("SQLSTATE 22P05", SqlErrors.describe(refused));
            assertTrue(SqlErrors.isOfTheData(refused));
            EventRepair.repair(row, "22P05");
            persist(database, row);
            AuditEvent kept = database.read(em -> EventRows.toEvent(em.find(EventRow.class, row.id)));
            assertEquals(List.of("???? ".repeat(200)), kept.request().redacted());
            assertEquals("???? ".repeat(51), kept.error().type());
        }
    }

    /** The relay repairs what the audit database refuses; here the whole transaction of the business would be lost. */
    @Test
    void outbox_ofAnEventWithCharactersThatTheEncodingLacks_keepsThemAll() throws Exception {
        DataSource latin = TestDatabases.postgresqlIn("LATIN1");
        create(latin);
        AuditEvent event = Samples.full(1)
                .toDraft()
                .reason(BEYOND + "\"\\ \u0001\u007f\u0080\u2028")
                .attribute(BEYOND, BEYOND.repeat(200))
                .toEvent();
        OutboxRow row = new OutboxRow(event.id(), "desk", "desk@node", Instant.EPOCH, EventJson.text(event));
        try (Connection business = latin.getConnection()) {
            business.setAutoCommit(false);
            Outbox.open(new OutboxContract.OneConnection(business), true).add(row);
            business.commit();
        }
        Outbox outbox = Outbox.open(latin, true);
        assertTrue(outbox.holds(event.id()));
        String kept = outbox.events(List.of(event.id())).get(event.id());
        try (JsonReader json = Json.createReader(new StringReader(kept))) {
            assertEquals(event, EventJson.parse(json.readObject()));
        }
    }

    private static void create(DataSource database) throws Exception {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement();
                InputStream in = Schema.class.getClassLoader().getResourceAsStream("db/postgresql/outbox.sql")) {
            for (String statement : SqlScript.statements(new String(in.readAllBytes(), StandardCharsets.UTF_8))) {
                sql.execute(statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void persist(AuditDatabase database, EventRow row) {
        database.write(em -> {
            em.persist(row);
            return row;
        });
    }
}
