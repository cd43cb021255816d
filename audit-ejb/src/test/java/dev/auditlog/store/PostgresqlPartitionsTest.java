package dev.auditlog.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.AuditException;
import dev.auditlog.event.AuditEvent;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresqlPartitionsTest {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'audit_event_'yyyyMM");

    private final String schema = TestDatabases.newName();
    private final DataSource dataSource = TestDatabases.postgresql(schema, "postgres");
    private final AuditDatabase database = AuditDatabase.open(dataSource, AuditDatabase.Options.defaults());
    private final YearMonth now = YearMonth.now(ZoneOffset.UTC);

    @BeforeEach
    void connect() {
        TestDatabases.asSuperuser("create schema " + schema);
        database.connect();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void schema_applied_hasThisMonthAndThreeMoreAndADefault() throws SQLException {
        assertEquals(
                List.of(name(0), name(1), name(2), name(3), "audit_event_default"),
                texts("select relid::regclass::text from pg_partition_tree('audit_event') where level = 1 order by 1"));
    }

    @Test
    void bounds_ofAMonth_areTheLowestIdsOfItAndOfTheNextOne() throws SQLException {
        assertEquals(
                List.of("FOR VALUES FROM ('" + EventIds.lowest(start(1)) + "') TO ('" + EventIds.lowest(start(2))
                        + "')"),
                texts("select pg_get_expr(relpartbound, oid) from pg_class where oid = '" + name(1) + "'::regclass"));
    }

    @Test
    void events_atBothEndsOfAMonth_areInItsPartition() throws SQLException {
        insert(start(1), 1);
        insert(start(2).minus(1, ChronoUnit.MICROS), 2);
        insert(start(2), 3);
        assertEquals(
                List.of("1 " + name(1), "2 " + name(1), "3 " + name(2)),
                texts("select seq || ' ' || tableoid::regclass from audit_event order by seq"));
    }

    @Test
    void events_ofMonthsWithoutPartition_areInTheDefaultOne() throws SQLException {
        insert(Instant.EPOCH, 1);
        insert(start(60), 2);
        assertEquals(List.of("1", "2"), texts("select seq::text from audit_event_default order by seq"));
    }

    @Test
    void month_thatIsMissing_isMadeWithTheIndexesOfTheOthersAndGetsItsEvents() throws SQLException {
        execute("drop table " + name(2));
        insert(start(2), 1);
        insert(start(60), 2);
        assertEquals(Optional.empty(), ensure());
        assertEquals(
                List.of("1 " + name(2), "2 audit_event_default"),
                texts("select seq || ' ' || tableoid::regclass from audit_event order by seq"));
        String columns = "select substring(indexdef, '\\(.*') from pg_indexes where schemaname = current_schema()"
                + " and tablename = '%s' order by 1";
        assertEquals(texts(columns.formatted(name(1))), texts(columns.formatted(name(2))));
        assertEquals(4, texts(columns.formatted(name(2))).size());
    }

    @Test
    void month_thatIsMissing_isMadeThoughThePoolCommitsNothingByItself() throws SQLException {
        execute("drop table " + name(2));
        try (AuditDatabase left =
                AuditDatabase.open(new LeftInTransaction(dataSource), AuditDatabase.Options.defaults())) {
            left.connect();
        }
        assertEquals(
                List.of("1"),
                texts("select count(*)::text from pg_class where relname = '" + name(2)
                        + "' and relnamespace = current_schema()::regnamespace"));
    }

    @Test
    void month_ofWhichTheDefaultHoldsTooMuch_isLeftAndSaid() throws SQLException {
        execute("drop table " + name(2));
        insert(start(2), 1);
        assertEquals(List.of("1"), texts("select audit_partitions(3, 0)::text"));
        assertEquals(List.of("1"), texts("select seq::text from audit_event_default"));
        assertEquals(List.of("0"), texts("select audit_partitions(3, 1)::text"));
        assertEquals(List.of(), texts("select seq::text from audit_event_default"));
    }

    @Test
    void maintenance_thatFindsALock_givesUpSoonAndSaysSo() throws SQLException {
        execute("drop table " + name(3));
        try (Connection other = dataSource.getConnection();
                Statement sql = other.createStatement()) {
            other.setAutoCommit(false);
            sql.execute("lock table audit_event_default in access share mode"); // as a long query has it
            String said = ensure().orElseThrow();
            assertTrue(said.startsWith("AUD-0418 ") && said.contains("SQLSTATE 55P03"), said);
            insert(start(3), 1);
        }
        assertEquals(Optional.empty(), ensure());
        assertEquals(List.of(name(3)), texts("select tableoid::regclass::text from audit_event"));
    }

    @Test
    void defaultPartition_thatIsGone_isSaidWithWhatMendsIt() throws SQLException {
        execute("drop table audit_event_default");
        String said = ensure().orElseThrow();
        assertTrue(
                said.startsWith("AUD-0422 ") && said.contains("create table " + schema + ".audit_event_default"), said);
        for (String statement : said.substring(said.indexOf("create table"), said.indexOf("; where"))
                .split("; ")) {
            TestDatabases.asSuperuser(statement); // whose session looks elsewhere
        }
        assertEquals(Optional.empty(), ensure());
        execute("alter table audit_event detach partition audit_event_default");
        said = ensure().orElseThrow();
        assertTrue(said.startsWith("AUD-0422 "), said);
        TestDatabases.asSuperuser(said.substring(said.indexOf("alter table"), said.lastIndexOf(';')));
        assertEquals(Optional.empty(), ensure());
    }

    @Test
    void batch_withAnEventOfAMonthWithoutPartition_isToldFromOneWithAWrongValue() throws SQLException {
        ChainHold hold = database.write(em -> Chains.claim(
                        em,
                        new ChainHold("sample", "host-1", 0),
                        "1@here#1",
                        null,
                        new Chains.Lease(Instant.now(), Duration.ofMinutes(1))))
                .hold();
        execute("drop table audit_event_default");
        assertEquals(
                "AUD-0423",
                assertThrows(AuditException.class, () -> append(hold, start(60), "CREATE"))
                        .code());
        assertTrue(SqlErrors.isOfTheData(
                assertThrows(PersistenceException.class, () -> append(hold, start(1), "no activity"))));
        append(hold, start(1), "CREATE");
        assertEquals(List.of(name(1)), texts("select tableoid::regclass::text from audit_event"));
    }

    private void append(ChainHold hold, Instant time, String activity) {
        EventRow row = EventRows.unplaced(
                Samples.least(1).toDraft().id(EventIds.next(time)).time(time).toEvent());
        row.activity = activity;
        EventBatch.Times times = new EventBatch.Times(Duration.ofMinutes(1), Duration.ofSeconds(10));
        EventBatch.append(database, hold, 0, List.of(row), times);
    }

    @Test
    void inserts_whileAPartitionIsMade_waitForNothing() throws SQLException {
        execute("drop table " + name(3));
        try (Connection other = dataSource.getConnection();
                Statement sql = other.createStatement()) {
            other.setAutoCommit(false);
            sql.execute("select audit_partitions(3, 0)");
            insert(start(0), 1);
            assertEquals(List.of("1"), texts("select seq::text from " + name(0)));
        }
    }

    @Test
    void maintenance_byFourAtOnce_makesEachMonthOnce() throws Exception {
        execute("drop table " + name(1));
        execute("drop table " + name(2));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        Callable<Optional<String>> node = this::ensure;
        for (Future<Optional<String>> end : threads.invokeAll(List.of(node, node, node, node))) {
            assertEquals(Optional.empty(), end.get());
        }
        threads.shutdown();
        assertEquals(
                List.of(name(0), name(1), name(2), name(3), "audit_event_default"),
                texts("select relid::regclass::text from pg_partition_tree('audit_event') where level = 1 order by 1"));
    }

    @Test
    void maintain_ofTheDatabase_isDueOnceADay() throws SQLException {
        execute("drop table " + name(3));
        database.maintain();
        assertEquals(
                List.of(),
                texts("select relname::text from pg_class where relname = '" + name(3)
                        + "' and relnamespace = current_schema()::regnamespace"));
    }

    private Optional<String> ensure() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return Partitions.ensure(connection);
        }
    }

    private String name(int months) {
        return now.plusMonths(months).format(NAME);
    }

    private Instant start(int months) {
        return now.plusMonths(months).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private void insert(Instant time, long sequence) {
        AuditEvent event = Samples.least(sequence)
                .toDraft()
                .id(EventIds.next(time))
                .time(time)
                .toEvent();
        database.write(em -> {
            em.persist(EventRows.of(event));
            return event;
        });
    }

    private void execute(String text) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(text);
        }
    }

    private List<String> texts(String text) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(text)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
