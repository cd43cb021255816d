package dev.auditlog.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.AuditException;
import dev.auditlog.AuditUnavailableException;
import jakarta.persistence.PersistenceException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditDatabaseTest {

    private static final RuntimeException FLUSHED = new IllegalStateException("the pool is being flushed");

    @Test
    void databaseDownAtFirst_isConnectedToAtALaterUse() {
        Switchable source = new Switchable(TestDatabases.derby());
        AuditDatabase database = AuditDatabase.open(source, AuditDatabase.Options.defaults());
        source.down = true;
        AuditException thrown = assertThrows(AuditUnavailableException.class, database::connect, "it may come back");
        assertEquals("AUD-0402", thrown.code());
        assertTrue(thrown.getMessage().contains("SQLSTATE 08001 (down)"), thrown::getMessage);
        source.down = false;
        assertEquals(List.of(), rows(database));
        database.close();
    }

    @Test
    void pool_thatLendsOutDeadConnections_isRidOfThemByTheLibrary() throws SQLException {
        PoolWithoutValidation pool = new PoolWithoutValidation(TestDatabases.derby());
        AuditDatabase database = AuditDatabase.open(pool, AuditDatabase.Options.defaults());
        assertEquals(List.of(), rows(database));
        pool.killAll();
        assertThrows(PersistenceException.class, () -> rows(database), "the first use finds out");
        assertEquals(List.of(), rows(database));
        database.probe();
        database.close();
    }

    /** Nothing was sent, so no event is to blame: Payara names no SQLSTATE where a pool is exhausted. */
    @Test
    void pool_thatGivesNoConnection_isNoFaultOfWhatShouldBeWritten() {
        for (DataSource source : List.of(TestDatabases.derby(), TestDatabases.postgresql())) {
            Switchable pool = new Switchable(source);
            try (AuditDatabase database = AuditDatabase.open(pool, AuditDatabase.Options.defaults())) {
                database.probe();
                for (Exception fault : List.of(new SQLException("in-use connections equal max-pool-size"), FLUSHED)) {
                    pool.fault = fault;
                    RuntimeException thrown = assertThrows(RuntimeException.class, database::probe);
                    assertFalse(SqlErrors.isOfTheData(thrown), thrown::toString);
                    assertTrue(SqlErrors.isNeverOfTheData(thrown), thrown::toString);
                    assertEquals("SQLSTATE 08001 (" + fault.getMessage() + ")", SqlErrors.describe(thrown));
                }
                pool.fault = null;
                database.probe();
            }
        }
    }

    /** EclipseLink would run the query again after pauses of five seconds. */
    @Test
    void query_whoseDatabaseHasGone_failsAtOnce() throws SQLException {
        Switchable source = new Switchable(TestDatabases.postgresql());
        PoolWithoutValidation pool = new PoolWithoutValidation(source);
        try (AuditDatabase database = AuditDatabase.open(pool, AuditDatabase.Options.defaults())) {
            assertEquals(List.of(), rows(database));
            pool.killAll();
            source.down = true;
            assertTimeout(Duration.ofSeconds(4), () -> assertThrows(PersistenceException.class, () -> rows(database)));
            source.down = false;
            assertEquals(List.of(), rows(database));
        }
    }

    @Test
    void write_thatCannotBeSerialized_isDoneAgain() {
        try (AuditDatabase database =
                AuditDatabase.open(TestDatabases.postgresql(), AuditDatabase.Options.defaults())) {
            database.connect();
            AtomicInteger runs = new AtomicInteger();
            database.write(em -> {
                em.createNativeQuery("set transaction isolation level serializable")
                        .executeUpdate();
                em.createNativeQuery("select count(*) from audit_schema").getSingleResult();
                if (runs.incrementAndGet() == 1) {
                    database.probe(); // another transaction changes the same row
                }
                return em.createNativeQuery("update audit_schema set applied_us = applied_us where version = 0")
                        .executeUpdate();
            });
            assertEquals(2, runs.get());
        }
    }

    @Test
    void databaseClosed_refusesEveryUse() {
        AuditDatabase database = AuditDatabase.open(TestDatabases.derby(), AuditDatabase.Options.defaults());
        database.connect();
        database.close();
        assertEquals(
                "AUD-0410",
                assertThrows(AuditException.class, () -> rows(database)).code());
    }

    @Test
    void dataSourceName_thatNobodyKnows_isRefusedWithTheNamesTried() {
        AuditDatabase database = AuditDatabase.forDataSource("jdbc/none", AuditDatabase.Options.defaults());
        AuditException thrown = assertThrows(AuditException.class, database::connect);
        assertEquals("AUD-0401", thrown.code());
        assertTrue(
                thrown.getMessage().contains("jdbc/none, java:/jdbc/none, java:comp/env/jdbc/none"),
                thrown::getMessage);
        database.close();
    }

    @Test
    void database_ofOneName_isSharedUntilItsLastUserCloses() {
        AuditDatabase first = AuditDatabase.forDataSource("jdbc/shared", AuditDatabase.Options.defaults());
        AuditDatabase second = AuditDatabase.forDataSource("jdbc/shared", AuditDatabase.Options.defaults());
        assertSame(first, second);
        first.close();
        assertSame(first, AuditDatabase.forDataSource("jdbc/shared", AuditDatabase.Options.defaults()));
        second.close();
        second.close();
        AuditDatabase afterwards = AuditDatabase.forDataSource("jdbc/shared", AuditDatabase.Options.defaults());
        assertNotSame(first, afterwards);
        afterwards.close();
    }

    @Test
    void derby_withoutDurability_isRefusedByName() {
        System.setProperty("derby.system.durability", "test");
        try {
            AuditDatabase database = AuditDatabase.open(TestDatabases.derby(), AuditDatabase.Options.defaults());
            assertEquals(
                    "AUD-0408",
                    assertThrows(AuditException.class, database::connect).code());
        } finally {
            System.clearProperty("derby.system.durability");
        }
    }

    @Test
    void database_inMemory_isAConcern() {
        DataSource inMemoryFile = new UrlDataSource("jdbc:h2:nioMemFS:" + TestDatabases.newName(), "sa");
        for (DataSource source : List.of(TestDatabases.derby(), TestDatabases.h2(), inMemoryFile)) {
            AuditDatabase database = AuditDatabase.open(source, AuditDatabase.Options.defaults());
            assertEquals(List.of(), database.concerns(), "nothing is known yet");
            database.connect();
            assertEquals(1, database.concerns().size());
            assertTrue(database.concerns().get(0).startsWith("AUD-0420 The audit database jdbc:"));
            database.close();
        }
    }

    @Test
    void database_onDisk_isNoConcern(@TempDir Path folder) {
        AuditDatabase database = AuditDatabase.open(
                new UrlDataSource("jdbc:derby:" + folder.resolve("audit") + ";create=true", "audit"),
                AuditDatabase.Options.defaults());
        database.connect();
        assertEquals(List.of(), database.concerns());
        database.close();
    }

    @Test
    void persistenceXml_inTheJar_isNone() {
        assertNull(AuditDatabase.class.getClassLoader().getResource("META-INF/persistence.xml"));
    }

    private static List<String> rows(AuditDatabase database) {
        return database.read(em ->
                em.createQuery("select e.id from EventRow e", String.class).getResultList());
    }

    /** A database that can be away. */
    private static final class Switchable extends UrlDataSource {
        private final DataSource database;
        private boolean down;
        private @Nullable Exception fault;

        Switchable(DataSource database) {
            super("", "");
            this.database = database;
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (down) {
                throw new SQLException("down", "08001");
            }
            if (fault instanceof SQLException sql) {
                throw sql;
            }
            if (fault instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            return database.getConnection();
        }
    }
}
