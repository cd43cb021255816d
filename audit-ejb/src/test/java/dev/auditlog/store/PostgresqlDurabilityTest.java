package dev.auditlog.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The commit of events waits for the disk, whatever the session says. */
class PostgresqlDurabilityTest {

    private final AuditDatabase database =
            AuditDatabase.open(TestDatabases.postgresql(), AuditDatabase.Options.defaults());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void transaction_whereCommitsWaitForNothing_waitsForTheDisk() {
        assertEquals("on", afterBegin("off"));
    }

    @Test
    void transaction_whereCommitsWaitForMore_stillDoes() {
        assertEquals("remote_apply", afterBegin("remote_apply"));
        assertEquals("local", afterBegin("local"));
    }

    @Test
    void begin_tellsTheDatabasesClock() {
        Instant now = database.write(em -> database.dialect().begin(em, Duration.ofSeconds(7)));
        assertTrue(Duration.between(now, Instant.now()).abs().compareTo(Duration.ofMinutes(1)) < 0, now::toString);
    }

    @Test
    void transaction_whoseClientHasGone_isEndedByTheDatabase() {
        assertEquals("7s", leftAlone("0"));
    }

    @Test
    void transaction_whereTheDatabaseHasATimeOfItsOwn_keepsIt() {
        assertEquals("1min", leftAlone("60s"));
    }

    private String leftAlone(String setting) {
        return database.write(em -> {
            text(em, "select set_config('idle_in_transaction_session_timeout', '" + setting + "', true)");
            database.dialect().begin(em, Duration.ofSeconds(7));
            return text(em, "select current_setting('idle_in_transaction_session_timeout')");
        });
    }

    @Test
    void server_withoutFsync_isAConcernWithTheStatementThatMendsIt() {
        String fsync = database.read(em -> text(em, "select current_setting('fsync')"));
        assertEquals("off", fsync, "how the tests' server runs");
        assertTrue(
                database.concerns().stream()
                        .anyMatch(c -> c.startsWith("AUD-0412 ") && c.contains("alter system set fsync = on;")),
                () -> database.concerns().toString());
    }

    private String afterBegin(String setting) {
        return database.write(em -> {
            text(em, "select set_config('synchronous_commit', '" + setting + "', true)");
            database.dialect().begin(em, Duration.ofSeconds(7));
            return text(em, "select current_setting('synchronous_commit')");
        });
    }

    private static String text(EntityManager em, String sql) {
        return (String) em.createNativeQuery(sql).getSingleResult();
    }
}
