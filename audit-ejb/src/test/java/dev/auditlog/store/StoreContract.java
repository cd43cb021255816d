package dev.auditlog.store;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.AuditException;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Request;
import dev.auditlog.event.Target;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every database must do. */
abstract class StoreContract {

    private DataSource dataSource = fresh();
    private AuditDatabase database = AuditDatabase.open(dataSource, AuditDatabase.Options.defaults());

    /** Returns an empty database. */
    abstract DataSource fresh();

    abstract Dialect dialect();

    @BeforeEach
    void connect() {
        database.connect();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void dialect_ofTheDatabase_isFound() {
        assertEquals(dialect(), database.dialect());
    }

    @Test
    void event_withTheLeast_comesBackEqual() {
        assertComesBack(Samples.least(1));
    }

    @Test
    void event_withEverything_comesBackEqual() {
        assertComesBack(Samples.full(1));
    }

    @Test
    void event_ofMaximumLengthInFourByteCharacters_comesBackEqual() {
        assertComesBack(Samples.filled(1, "\uD83D\uDE00"));
    }

    @Test
    void event_ofMaximumLengthInThreeByteCharacters_comesBackEqual() {
        assertComesBack(Samples.filled(1, "\uFFFD"));
    }

    @Test
    void event_ofQuotesAndControlCharacters_comesBackEqual() {
        assertComesBack(Samples.filled(1, "'\"\\\u0001\r\n\t\u0085\u2028"));
    }

    @Test
    void event_withEmptyTexts_comesBackEqual() {
        AuditEvent event = Samples.full(1)
                .toDraft()
                .target(new Target("", "", ""))
                .request(new Request("GET", "", "", "", "", "", "", 0L, false, List.of("")))
                .reason("")
                .correlationId("")
                .toEvent();
        assertComesBack(event);
    }

    @Test
    void event_ofNumbersAtTheirEnds_comesBackEqual() {
        AuditEvent event = Samples.least(Long.MAX_VALUE)
                .toDraft()
                .durationMicros(Long.MAX_VALUE)
                .status(Integer.MAX_VALUE)
                .time(Instant.parse("1970-01-01T00:00:00Z"))
                .recordedAt(Instant.parse("9999-12-31T23:59:59.999999Z"))
                .toEvent();
        assertComesBack(event);
    }

    @Test
    void event_longerThanItsColumns_isCutAndSaysSo() {
        String actor = "x".repeat(254) + "\uD83D\uDE00";
        AuditEvent event = Samples.full(1)
                .toDraft()
                .target(new Target("Order", actor, null))
                .toEvent();
        insert(event);
        AuditEvent found = reload(event.id());
        assertEquals(new Target("Order", "x".repeat(254), null), found.target());
        assertTrue(found.request().truncated());
    }

    @Test
    void event_withCharactersThatNoDatabaseTakes_isKeptWithReplacements() {
        AuditEvent event = Samples.full(1)
                .toDraft()
                .reason("a\u0000b\uD83Dc\uDE00d")
                .attributes(java.util.Map.of("k", "\u0000"))
                .toEvent();
        insert(event);
        AuditEvent found = reload(event.id());
        assertEquals("a\uFFFDb\uFFFDc\uFFFDd", found.reason());
        assertEquals(java.util.Map.of("k", "\uFFFD"), found.attributes());
    }

    @Test
    void insert_ofAnIdThatIsThere_isAUniqueViolation() {
        AuditEvent event = Samples.least(1);
        insert(event);
        RuntimeException thrown = assertThrows(
                RuntimeException.class, () -> insert(event.toDraft().sequence(2).toEvent()));
        assertTrue(SqlErrors.isUniqueViolation(thrown));
    }

    @Test
    void insert_ofASequenceThatIsThere_isAUniqueViolation() {
        insert(Samples.least(1));
        RuntimeException thrown = assertThrows(RuntimeException.class, () -> insert(Samples.least(1)));
        assertTrue(SqlErrors.isUniqueViolation(thrown));
        assertEquals("SQLSTATE 23505", SqlErrors.describe(thrown));
    }

    @Test
    void insert_ofAnUnknownWord_isRefusedAsAFaultOfTheData() {
        EventRow row = EventRows.of(Samples.least(1));
        row.outcome = "MAYBE";
        RuntimeException thrown = assertThrows(RuntimeException.class, () -> persist(row));
        assertTrue(SqlErrors.isOfTheData(thrown), () -> SqlErrors.describe(thrown));
    }

    @Test
    void ids_ofManyTimes_orderLikeTime() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Instant time = Samples.TIME.plusNanos(i * 1000L);
            AuditEvent event = Samples.least(i + 1)
                    .toDraft()
                    .id(EventIds.next(time))
                    .time(time)
                    .toEvent();
            made.add(event.id().toString());
        }
        List<String> mixed = new ArrayList<>(made);
        Collections.reverse(mixed);
        for (int i = 0; i < mixed.size(); i++) {
            insert(Samples.least(i + 1)
                    .toDraft()
                    .id(UUID.fromString(mixed.get(i)))
                    .toEvent());
        }
        assertEquals(made, idsInOrder());
    }

    @Test
    void clock_ofTheDatabase_isUtcAndNotTheZoneOfAnybody() {
        Instant now = database.write(em -> database.dialect().now(em));
        assertTrue(Duration.between(now, Instant.now()).abs().compareTo(Duration.ofMinutes(1)) < 0, now::toString);
    }

    @Test
    void write_thatThrows_keepsNothing() {
        assertThrows(
                IllegalStateException.class,
                () -> database.write(em -> {
                    em.persist(EventRows.of(Samples.least(1)));
                    em.flush();
                    throw new IllegalStateException("on purpose");
                }));
        assertEquals(List.of(), idsInOrder());
    }

    @Test
    void read_thatChangesARow_keepsNothing() {
        AuditEvent event = Samples.least(1);
        insert(event);
        database.read(em -> {
            em.find(EventRow.class, event.id().toString()).operation = "changed";
            return null;
        });
        assertEquals("Batch.import", reload(event.id()).operation());
    }

    @Test
    void restart_onAnAppliedSchema_appliesNothingAndKeepsTheRows() {
        AuditEvent event = Samples.full(1);
        insert(event);
        String before = versions();
        database.close();
        database = AuditDatabase.open(dataSource, new AuditDatabase.Options(false, Duration.ofSeconds(9)));
        assertEquals(event, reload(event.id()));
        assertEquals(before, versions());
    }

    @Test
    void schema_applied_isWrittenDownWithChecksums() {
        assertEquals(
                "0:64:0 1:64:1 2:64:1 3:64:3 4:64:3 5:64:1 6:64:1 7:64:3 8:64:1 9:64:1 10:64:1 11:64:1", versions());
    }

    @Test
    void schema_missingAndNotToBeApplied_isRefusedWithTheFilesToRun() {
        AuditDatabase other = AuditDatabase.open(fresh(), new AuditDatabase.Options(false, Duration.ofSeconds(9)));
        AuditException thrown = assertThrows(AuditException.class, other::connect);
        assertEquals("AUD-0405", thrown.code());
        String folder = dialect().folder();
        assertTrue(
                thrown.getMessage()
                        .contains("Run "
                                + Schema.FILES.stream()
                                        .map(file -> folder + "/" + file)
                                        .collect(java.util.stream.Collectors.joining(", then "))),
                thrown::getMessage);
    }

    @Test
    void schema_appliedByHand_isTaken() throws Exception {
        DataSource byHand = fresh();
        try (Connection connection = byHand.getConnection();
                Statement sql = connection.createStatement()) {
            for (String file : Schema.FILES) {
                String text = new String(
                        getClass()
                                .getClassLoader()
                                .getResourceAsStream(dialect().folder() + "/" + file)
                                .readAllBytes(),
                        java.nio.charset.StandardCharsets.UTF_8);
                for (String statement : SqlScript.statements(text)) {
                    sql.execute(statement);
                }
            }
        }
        AuditDatabase other = AuditDatabase.open(byHand, new AuditDatabase.Options(false, Duration.ofSeconds(9)));
        other.connect();
        other.close();
    }

    @Test
    void schema_thatTakesNewerWritersOnly_isRefusedByName() throws Exception {
        execute("insert into audit_schema (version, applied_us, checksum, min_writer) values (99, 0, '', 98)");
        AuditDatabase other = AuditDatabase.open(dataSource, AuditDatabase.Options.defaults());
        AuditException thrown = assertThrows(AuditException.class, other::connect);
        assertEquals("AUD-0407", thrown.code());
        assertTrue(
                thrown.getMessage().contains("(version 99) takes writers of version 98 and newer"), thrown::getMessage);
    }

    @Test
    void schema_newerThatStillTakesThisWriter_isUsed() throws Exception {
        execute("insert into audit_schema (version, applied_us, checksum, min_writer) values (98, 0, '', 1)");
        AuditDatabase other = AuditDatabase.open(dataSource, AuditDatabase.Options.defaults());
        other.connect();
        other.close();
    }

    @Test
    void schema_appliedByFourAtOnce_isAppliedOnce() throws Exception {
        DataSource empty = fresh();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        CountDownLatch go = new CountDownLatch(1);
        Callable<Void> migrator = () -> {
            go.await();
            new Schema(empty, dialect()).ensure(true);
            return null;
        };
        List<Future<Void>> ends = List.of(
                threads.submit(migrator), threads.submit(migrator), threads.submit(migrator), threads.submit(migrator));
        go.countDown();
        for (Future<Void> end : ends) {
            end.get();
        }
        threads.shutdown();
        dataSource = empty;
        assertEquals(
                "0:64:0 1:64:1 2:64:1 3:64:3 4:64:3 5:64:1 6:64:1 7:64:3 8:64:1 9:64:1 10:64:1 11:64:1", versions());
    }

    /** A pool may lend out what somebody left inside a transaction: it is not ours to commit. */
    @Test
    void connection_thatWasLeftInATransaction_commitsNothingOfThat() throws SQLException {
        dataSource = fresh();
        execute("create table half_done (id integer)");
        try (AuditDatabase left = AuditDatabase.open(new HalfDone(dataSource), AuditDatabase.Options.defaults())) {
            left.connect();
            assertEquals(0, halfDone(), "by schema or upkeep");
            left.probe();
            assertEquals(0, halfDone(), "by a write");
            left.search(em ->
                    em.createNativeQuery("select count(*) from audit_event").getSingleResult());
            assertEquals(0, halfDone(), "by a search");
        }
    }

    private int halfDone() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("select count(*) from half_done")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** Each connection has a row that nobody has committed; what is given back is taken back, as pools do. */
    private static final class HalfDone extends LeftInTransaction {

        HalfDone(DataSource pool) {
            super(pool);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            try (Statement sql = connection.createStatement()) {
                sql.execute("insert into half_done values (1)");
            }
            return (Connection) Proxy.newProxyInstance(
                    StoreContract.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                        if (method.getName().equals("close") && !connection.isClosed() && !connection.getAutoCommit()) {
                            connection.rollback();
                        }
                        try {
                            return method.invoke(connection, args);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }

    private void assertComesBack(AuditEvent event) {
        insert(event);
        AuditEvent found = reload(event.id());
        assertAll(() -> assertEquals(event.request(), found.request()), () -> assertEquals(event, found));
    }

    private void insert(AuditEvent event) {
        persist(EventRows.of(event));
    }

    private void persist(EventRow row) {
        database.write(em -> {
            em.persist(row);
            return null;
        });
    }

    private AuditEvent reload(UUID id) {
        return database.read(em -> EventRows.toEvent(em.find(EventRow.class, id.toString())));
    }

    private List<String> idsInOrder() {
        return database.read(em -> em.createQuery("select e.id from EventRow e order by e.id", String.class)
                .getResultList());
    }

    private void execute(String text) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(text);
        }
    }

    /** Each version as {@code version:length of checksum:min_writer}. */
    private String versions() {
        try (Connection connection = dataSource.getConnection();
                Statement sql = connection.createStatement();
                ResultSet rows =
                        sql.executeQuery("select version, checksum, min_writer from audit_schema order by version")) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getInt(1) + ":" + rows.getString(2).length() + ":" + rows.getInt(3));
            }
            return String.join(" ", found);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
