package dev.auditlog.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.event.AuditEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On PostgreSQL, where a batch does not go by the entity. */
class EventBatchTest {

    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final EventBatch.Times TIMES = new EventBatch.Times(LEASE, Duration.ofSeconds(15));

    private static final AuditDatabase.Options OPTIONS = new AuditDatabase.Options(true, Duration.ofSeconds(30));

    private final DataSource pool = TestDatabases.postgresql();
    private final AuditDatabase database = AuditDatabase.open(pool, OPTIONS);

    private int claims;

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void columns_areThoseOfTheTable() {
        List<?> inTable = database.read(em -> em.createNativeQuery("select cast(column_name as text)"
                        + " from information_schema.columns where table_name = 'audit_event'")
                .getResultList());
        assertEquals(new TreeSet<>(inTable), new TreeSet<Object>(EventBatch.columns()));
    }

    @Test
    void append_ofFullAndEmptyEvents_keepsEachPart() {
        List<EventRow> rows = new ArrayList<>();
        for (int i = 1; i <= 300; i++) {
            rows.add(EventRows.of(i % 2 == 0 ? Samples.least(i) : Samples.full(i)));
        }
        append(claim(), 0, rows);
        assertEquals(rows.stream().map(EventRows::toEvent).toList(), events());
        assertEquals(LongStream.rangeClosed(1, 300).boxed().toList(), sequences());
    }

    @Test
    void type_hasTheFieldsThatAreWritten_asTheTableHasThem() {
        String fields =
                "select cast(string_agg(attname || ' ' || format_type(atttypid, atttypmod), ', ' order by attname) as text)"
                        + " from pg_attribute where attrelid = cast('%s' as regclass) and attnum > 0 and attname not in ('place', 'chain',"
                        + " 'seq', 'recorded_us', 'application', 'node')";
        assertEquals(textOf(fields.formatted("audit_event")), textOf(fields.formatted("audit_event_value")));
        assertEquals(
                "place, "
                        + String.join(
                                ", ",
                                EventBatch.columns()
                                        .subList(5, EventBatch.columns().size())),
                textOf("select cast(string_agg(attname, ', ' order by attnum) as text) from pg_attribute"
                        + " where attrelid = cast('audit_event_value' as regclass) and attnum > 0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\",\\b,NULL,'c',\u00fc\u4e2d\ud83d\ude00\n\t}",
                "\"",
                "\\",
                "\\\"\\\\\"\"",
                "(1,2),{}",
                "",
                " ",
                " a ",
                ",",
                "null",
                "\r\n",
                "\u007f\u0001"
            })
    void append_ofTextsThatRowsEscape_keepsThem(String nasty) {
        AuditEvent event = Samples.full(1)
                .toDraft()
                .reason(nasty)
                .attribute("k", nasty)
                .operation("NULL")
                .toEvent();
        List<EventRow> rows = List.of(EventRows.of(event), EventRows.of(Samples.full(2)));
        rows.get(0).reason = nasty; // as it is, whatever an event makes of it
        append(claim(), 0, rows);
        assertEquals(nasty, textOf("select reason from audit_event where seq = 1"));
        assertEquals(nasty, events().get(0).attributes().get("k"));
        assertEquals(EventRows.toEvent(rows.get(1)), events().get(1));
    }

    @Test
    void append_ofATextThatIsTooLong_isTheDatasFault() {
        List<EventRow> rows = rows(2);
        rows.get(1).reason = "x".repeat(1_025);
        ChainHold hold = claim();
        RuntimeException refused = assertThrows(RuntimeException.class, () -> append(hold, 0, rows));
        assertTrue(SqlErrors.isOfTheData(refused), refused::toString);
        assertEquals(List.of(), events());
    }

    @Test
    void append_givesTheDatabasesTimeAndKeepsTheChain() {
        ChainHold hold = claim();
        List<EventRow> rows = rows(3);
        append(hold, 0, rows);
        Instant recorded = rows.get(2).recordedAt();
        assertTrue(Duration.between(recorded, Instant.now()).abs().toSeconds() < 60, recorded::toString);
        ChainRow chain = database.read(em -> em.find(ChainRow.class, hold.chain()));
        assertEquals(recorded.plus(LEASE), chain.lease);
        assertEquals(3, chain.sequence);
        append(hold, 3, rows(2));
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), sequences());
    }

    @Test
    void append_againAndAgain_isNotPlannedAnewEachTime() {
        ChainHold hold = claim();
        Number plannedOnce = database.write(em -> {
            for (int i = 0; i < 30; i++) {
                EventBatch.appendIn(em, Dialect.POSTGRESQL, hold, 3L * i, rows(3), TIMES);
            }
            return (Number) em.createNativeQuery("select max(generic_plans) from pg_prepared_statements"
                            + " where statement like 'with moment%'")
                    .getSingleResult();
        });
        assertTrue(plannedOnce.intValue() >= 15, () -> "of 30 by the plan that is kept: " + plannedOnce);
    }

    @Test
    void append_ofManyRows_numbersThemAll() {
        ChainHold hold = claim();
        append(hold, 0, rows(600));
        assertEquals(LongStream.rangeClosed(1, 600).boxed().toList(), sequences());
        assertEquals(600, database.read(em -> em.find(ChainRow.class, hold.chain())).sequence);
    }

    @Test
    void append_byAConnectionThatWasLeftInATransaction_isCommitted() {
        ChainHold hold = claim();
        try (AuditDatabase left = AuditDatabase.open(new LeftInTransaction(pool), OPTIONS)) {
            EventBatch.append(left, hold, 0, rows(2), TIMES);
        }
        assertEquals(List.of(1L, 2L), sequences());
    }

    @Test
    void append_byAConnectionThatWasLeftInATransaction_commitsNothingOfThat() {
        ChainHold hold = claim();
        DataSource leaving = new LeftInTransaction(pool) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                try (Statement sql = connection.createStatement()) {
                    sql.execute("create table if not exists half_done (id integer)");
                }
                return connection;
            }
        };
        try (AuditDatabase left = AuditDatabase.open(leaving, OPTIONS)) {
            left.connect();
            database.write(
                    em -> em.createNativeQuery("drop table if exists half_done").executeUpdate());
            EventBatch.append(left, hold, 0, rows(2), TIMES);
        }
        assertEquals(List.of(1L, 2L), sequences());
        assertEquals("none", textOf("select coalesce(cast(to_regclass('half_done') as text), 'none')"));
    }

    @Test
    void append_toAChainThatAnotherWriterTook_keepsNothing() {
        ChainHold hold = claim();
        claim();
        assertThrows(ChainLostException.class, () -> append(hold, 0, rows(2)));
        assertEquals(List.of(), events());
    }

    @Test
    void append_afterANumberThatIsNotTheLast_keepsNothing() {
        ChainHold hold = claim();
        append(hold, 0, rows(2));
        assertThrows(ChainLostException.class, () -> append(hold, 1, rows(1)));
        assertEquals(List.of(1L, 2L), sequences());
    }

    @Test
    void append_inATransactionThatIsTakenBack_keepsNothing() {
        ChainHold hold = claim();
        List<EventRow> rows = rows(2);
        assertThrows(
                IllegalStateException.class,
                () -> database.write(em -> {
                    EventBatch.appendIn(em, Dialect.POSTGRESQL, hold, 0, rows, TIMES);
                    throw new IllegalStateException("the writer's own");
                }));
        assertEquals(List.of(), events());
        append(hold, 0, rows);
        assertEquals(List.of(1L, 2L), sequences());
    }

    @Test
    void append_whereCommitsAreSetToBeLost_isDurable() {
        ChainHold hold = claim();
        String setting = database.write(em -> {
            em.createNativeQuery("select set_config('synchronous_commit', 'off', true)")
                    .getSingleResult();
            EventBatch.appendIn(em, Dialect.POSTGRESQL, hold, 0, rows(1), TIMES);
            return (String) em.createNativeQuery("select current_setting('synchronous_commit')")
                    .getSingleResult();
        });
        assertEquals("on", setting);
    }

    /** The lease before is always over. */
    private ChainHold claim() {
        ChainHold asked = new ChainHold("sample", "host-1", 0);
        Instant now = Instant.now().plus(Duration.ofHours(++claims));
        ChainClaim claim = database.write(em -> Chains.claim(em, asked, "1@test", null, new Chains.Lease(now, LEASE)));
        return Objects.requireNonNull(claim.hold());
    }

    private void append(ChainHold hold, long last, List<EventRow> rows) {
        EventBatch.append(database, hold, last, rows, TIMES);
    }

    private static List<EventRow> rows(int count) {
        List<EventRow> rows = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            rows.add(EventRows.unplaced(Samples.full(i)));
        }
        return rows;
    }

    private String textOf(String query) {
        return (String) database.read(em -> em.createNativeQuery(query).getSingleResult());
    }

    private List<AuditEvent> events() {
        return database.read(em -> em.createQuery("select e from EventRow e order by e.sequence", EventRow.class)
                .getResultStream()
                .map(EventRows::toEvent)
                .toList());
    }

    private List<Long> sequences() {
        return events().stream().map(AuditEvent::sequence).toList();
    }
}
