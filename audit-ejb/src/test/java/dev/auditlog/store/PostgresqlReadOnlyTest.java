package dev.auditlog.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A database takes no writes for some time, and the pool keeps connections of that time which never will: it led to a
 * standby then, or the setting was made for a user or a database, which counts when a session begins.
 */
class PostgresqlReadOnlyTest {

    private final String schema = TestDatabases.newName();
    private final String user = "u" + schema;
    private PoolWithoutValidation pool;
    private AuditDatabase database;

    @BeforeEach
    void connect() {
        TestDatabases.asSuperuser("create user " + user + " superuser", "create schema " + schema);
        pool = new PoolWithoutValidation(TestDatabases.postgresql(schema, user));
        database = AuditDatabase.open(pool, AuditDatabase.Options.defaults());
        database.probe();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void connections_thatTakeNoWritesAnyMore_areDroppedFromThePool() throws SQLException {
        readOnly("on");
        pool.killAll();
        assertThrows(RuntimeException.class, database::probe, "the first use finds out");
        assertEquals("SQLSTATE 25006", refusal());
        assertEquals(List.of(), reasons(), "reading goes on");
        readOnly("off");
        database.probe();
        database.writeAtOnce(em -> em.createNativeQuery("select txid_current()").getSingleResult());
    }

    @Test
    void connections_ofAStandbyThatStays_areDroppedSomeAtATime() throws SQLException {
        readOnly("on");
        pool.killAll();
        assertThrows(RuntimeException.class, database::probe, "the first use finds out");
        refusal();
        int before = pool.made();
        refusal();
        assertEquals(List.of(), reasons());
        int opened = pool.made() - before;
        assertTrue(opened <= 16, () -> opened + " connections opened");
    }

    @Test
    void outbox_behindSuchAConnection_isUsableWhenItsDatabaseIs() throws SQLException {
        Outbox outbox = Outbox.open(pool, true);
        UUID id = UUID.randomUUID();
        outbox.delete(List.of(id));
        readOnly("on");
        pool.killAll();
        assertThrows(RuntimeException.class, () -> outbox.delete(List.of(id)), "the first use finds out");
        assertThrows(RuntimeException.class, () -> outbox.delete(List.of(id)), "takes no writes");
        readOnly("off");
        outbox.delete(List.of(id));
        outbox.setAside(id, Instant.EPOCH.toString());
    }

    private void readOnly(String value) {
        TestDatabases.asSuperuser("alter user " + user + " set default_transaction_read_only = " + value);
    }

    private String refusal() {
        return SqlErrors.describe(assertThrows(RuntimeException.class, database::probe));
    }

    private List<?> reasons() {
        return database.read(em ->
                em.createQuery("select e.reason from EventRow e", String.class).getResultList());
    }
}
