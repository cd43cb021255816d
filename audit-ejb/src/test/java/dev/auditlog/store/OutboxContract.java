package dev.auditlog.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.AuditException;
import dev.auditlog.AuditUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the outbox does in every database. */
abstract class OutboxContract {

    private static final String CHAIN = "desk@node";

    private DataSource dataSource;
    private Outbox outbox;

    /** Returns an empty database. */
    abstract DataSource fresh();

    abstract Dialect dialect();

    @BeforeEach
    void create() throws Exception {
        dataSource = fresh();
        run(file("outbox.sql"));
        outbox = Outbox.open(dataSource, true);
        outbox.check();
    }

    private String file(String name) throws IOException {
        try (InputStream in =
                Outbox.class.getClassLoader().getResourceAsStream(dialect().folder() + "/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void run(String script) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement sql = connection.createStatement()) {
            for (String statement : SqlScript.statements(script)) {
                sql.execute(statement);
            }
        }
    }

    private static OutboxRow row(UUID id, String chain) {
        return new OutboxRow(
                id, "desk", chain, Instant.parse("2026-11-25T10:00:00.123456Z"), "{\"id\":\"" + id + "\"}");
    }

    private UUID committed(String chain) throws SQLException {
        UUID id = UUID.randomUUID();
        try (Connection business = dataSource.getConnection()) {
            business.setAutoCommit(false);
            Outbox.open(new OneConnection(business), true).add(row(id, chain));
            business.commit();
        }
        return id;
    }

    @Test
    void file_forItsDatabaseAlone_makesTheTableOfTheSchema() throws IOException {
        List<String> alone = SqlScript.statements(file("outbox.sql"));
        List<String> inSchema = SqlScript.statements(file("V0004__outbox.sql"));
        assertEquals(alone, inSchema.subList(0, inSchema.size() - 1));
    }

    @Test
    @Timeout(5) // Derby and H2 would wait for the transaction's end, and its like for the check
    void check_whileACallHasWrittenItsRow_waitsForNobody_andKeepsNobodyWaiting() throws SQLException {
        try (Connection business = dataSource.getConnection()) {
            business.setAutoCommit(false);
            Outbox.open(new OneConnection(business), true).add(row(UUID.randomUUID(), CHAIN));
            outbox.check();
            Outbox.open(new OneConnection(business), true).add(row(UUID.randomUUID(), CHAIN));
            business.commit();
        }
    }

    @Test
    void check_withoutTheTable_namesDataSourceAndFile() {
        DataSource empty = fresh();
        AuditException beside = assertThrows(
                AuditException.class, () -> Outbox.open(empty, true).check());
        assertEquals("AUD-0431", beside.code());
        assertTrue(beside.getMessage().contains(dialect().folder() + "/V0004__outbox.sql"), beside.getMessage());
        if (dialect() != Dialect.H2) {
            AuditException alone = assertThrows(
                    AuditException.class, () -> Outbox.open(empty, false).check());
            assertTrue(alone.getMessage().contains("the given datasource"), alone.getMessage());
            assertTrue(alone.getMessage().contains(dialect().folder() + "/outbox.sql"), alone.getMessage());
        }
    }

    @Test
    void add_outsideOfATransaction_isRefused() {
        AuditException thrown = assertThrows(AuditException.class, () -> outbox.add(row(UUID.randomUUID(), CHAIN)));
        assertEquals("AUD-0432", thrown.code());
        assertEquals(List.of(), outbox.after(CHAIN, 0));
    }

    @Test
    void add_whereTheServerTakesNoSecondResource_saysWhatToDo() {
        DataSource refusing = new UrlDataSource("jdbc:none:", "") {
            @Override
            public Connection getConnection() throws SQLException {
                throw new SQLException(new IllegalStateException("Local transaction already has 1 non-XA Resource"));
            }
        };
        AuditException thrown = assertThrows(
                AuditException.class, () -> Outbox.open(refusing, true).add(row(UUID.randomUUID(), CHAIN)));
        assertEquals("AUD-0433", thrown.code());
    }

    @Test
    void add_thatIsTakenBack_leavesNothing() throws SQLException {
        UUID id = UUID.randomUUID();
        try (Connection business = dataSource.getConnection()) {
            business.setAutoCommit(false);
            Outbox.open(new OneConnection(business), true).add(row(id, CHAIN));
            business.rollback();
        }
        assertFalse(outbox.holds(id));
        assertEquals(List.of(), outbox.after(CHAIN, 0));
    }

    @Test
    void after_severalInserts_givesThemInTheirOrder() throws SQLException {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(committed(CHAIN));
            committed("other@node");
        }
        List<OutboxRow.Place> places = outbox.after(CHAIN, 0);
        assertEquals(ids, places.stream().map(OutboxRow.Place::id).toList());
        assertEquals(ids.subList(2, 5), idsAfter(places.get(1).ord()));
    }

    private List<UUID> idsAfter(long ord) {
        return outbox.after(CHAIN, ord).stream().map(OutboxRow.Place::id).toList();
    }

    @Test
    void events_ofRows_comeBackAsTheyWere() throws SQLException {
        UUID id = committed(CHAIN);
        assertEquals(Map.of(id, "{\"id\":\"" + id + "\"}"), outbox.events(List.of(id, UUID.randomUUID())));
    }

    @Test
    void delete_ofMoreThanAPage_leavesTheOthers() throws SQLException {
        List<UUID> gone = new ArrayList<>();
        for (int i = 0; i <= Outbox.PAGE; i++) {
            gone.add(committed(CHAIN));
        }
        UUID left = committed(CHAIN);
        outbox.delete(gone);
        assertEquals(List.of(left), idsAfter(0));
    }

    @Test
    void delete_onAConnectionThatAFailedCommitLeft_isCommittedAndCommitsNothingElse() throws SQLException {
        UUID gone = committed(CHAIN);
        UUID leftOver = UUID.randomUUID();
        try (Connection left = dataSource.getConnection()) {
            left.setAutoCommit(false);
            Outbox.open(new OneConnection(left), true).add(row(leftOver, CHAIN));
            Outbox.open(new OneConnection(left), true).delete(List.of(gone));
            assertTrue(left.getAutoCommit());
        }
        assertFalse(outbox.holds(gone));
        assertFalse(outbox.holds(leftOver));
    }

    @Test
    void setAside_ofARow_isPassedOverAndKept() throws SQLException {
        UUID poison = committed(CHAIN);
        UUID next = committed(CHAIN);
        outbox.setAside(poison, "x".repeat(300));
        assertEquals(List.of(next), idsAfter(0));
        assertTrue(outbox.holds(poison));
    }

    @Test
    void chains_ofAnApplication_areNamedOnce() throws SQLException {
        committed(CHAIN);
        committed(CHAIN);
        committed("desk@gone");
        assertEquals(
                List.of("desk@gone", CHAIN),
                outbox.chains("desk").stream().sorted().toList());
        assertEquals(List.of(), outbox.chains("other"));
    }

    @Test
    void relay_whileTheTransactionOfACallRuns_doesNotWaitForIt() throws Exception {
        committed(CHAIN);
        UUID moved = committed(CHAIN);
        UUID poison = committed(CHAIN);
        try (Connection business = dataSource.getConnection()) {
            business.setAutoCommit(false);
            UUID running = UUID.randomUUID();
            Outbox.open(new OneConnection(business), true).add(row(running, CHAIN));
            CompletableFuture<Void> relay = CompletableFuture.runAsync(() -> {
                assertEquals(List.of(CHAIN), outbox.chains("desk"));
                assertTrue(outbox.waiting(CHAIN) >= 3);
                assertTrue(idsAfter(0).contains(moved));
                assertEquals(1, outbox.events(List.of(moved)).size());
                outbox.delete(List.of(moved));
                outbox.setAside(poison, "for a test");
            });
            relay.get(4, TimeUnit.SECONDS);
            business.rollback();
        }
        assertEquals(1, idsAfter(0).size());
    }

    @Test
    void holds_aRowThatIsCommittedLate_waitsForItsEnd() throws Exception {
        UUID id = UUID.randomUUID();
        try (Connection business = dataSource.getConnection()) {
            business.setAutoCommit(false);
            Outbox.open(new OneConnection(business), true).add(row(id, CHAIN));
            CompletableFuture<Boolean> asked = CompletableFuture.supplyAsync(() -> outbox.holds(id));
            assertThrows(java.util.concurrent.TimeoutException.class, () -> asked.get(300, TimeUnit.MILLISECONDS));
            business.commit();
            assertTrue(asked.get(10, TimeUnit.SECONDS));
        }
        assertEquals(List.of(id), idsAfter(0));
    }

    @Test
    void use_ofADatabaseThatIsAway_isUnavailable() {
        DataSource away = new UrlDataSource("jdbc:none:", "");
        assertThrows(
                AuditUnavailableException.class, () -> Outbox.open(away, true).holds(UUID.randomUUID()));
    }

    /** Lends one connection, as a server does inside a transaction. */
    static final class OneConnection extends UrlDataSource {

        private final Connection connection;

        OneConnection(Connection connection) {
            super("jdbc:none:", "");
            this.connection = connection;
        }

        @Override
        public Connection getConnection() {
            return (Connection) java.lang.reflect.Proxy.newProxyInstance(
                    OneConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                        if (method.getName().equals("close")) {
                            return null; // the server closes it at the end of the transaction
                        }
                        return method.invoke(connection, args);
                    });
        }
    }
}
