package dev.auditlog.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.AuditUnavailableException;
import dev.auditlog.Guarantee;
import dev.auditlog.canonical.EventJson;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Outcome;
import dev.auditlog.event.TransactionOutcome;
import dev.auditlog.store.EventIds;
import dev.auditlog.store.Outbox;
import dev.auditlog.store.TestDatabases;
import dev.auditlog.store.UrlDataSource;
import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunningRelayTest {

    private final Business business = new Business(TestDatabases.derby());
    private final KeptEvents recorder = new KeptEvents();
    private final Map<String, Chairs.Whose> chairs = new ConcurrentHashMap<>(Map.of("desk@n1", Chairs.Whose.OURS));
    private RunningRelay relay = open();

    private RunningRelay open() {
        return new RunningRelay(
                "desk",
                recorder,
                Outbox.open(business, true),
                chain -> chairs.getOrDefault(chain, Chairs.Whose.NOBODYS),
                Duration.ofSeconds(10),
                Thread::new);
    }

    @BeforeEach
    void createTable() throws Exception {
        createTable(business, "derby");
    }

    static void createTable(Business business, String folder) throws Exception {
        try (var in = Outbox.class.getClassLoader().getResourceAsStream("db/" + folder + "/outbox.sql");
                Connection connection = business.getConnection();
                Statement sql = connection.createStatement()) {
            String file = new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("--[^\n]*", "");
            for (String statement : file.split(";")) {
                if (!statement.isBlank()) {
                    sql.execute(statement);
                }
            }
        }
    }

    @AfterEach
    void close() {
        relay.close();
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = business.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int rows(String where) throws SQLException {
        try (Connection connection = business.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select count(*) from audit_outbox where " + where)) {
            found.next();
            return found.getInt(1);
        }
    }

    static AuditEvent event() {
        Instant now = Instant.parse("2026-11-25T10:00:00.123456Z");
        return AuditEvent.draft("Desk.book")
                .id(EventIds.next(now))
                .time(now)
                .guarantee(Guarantee.ATOMIC)
                .outcome(Outcome.UNKNOWN)
                .transaction(TransactionOutcome.COMMITTED)
                .durationMicros(1)
                .toEvent();
    }

    static AuditEvent closed(AuditEvent staged) {
        return staged.toDraft().status(201).outcome(Outcome.SUCCESS).toEvent();
    }

    private AuditEvent committed() throws SQLException {
        AuditEvent event = event();
        business.begin();
        relay.stage(event.id(), event);
        relay.committing(event.id());
        business.commit();
        return event;
    }

    /** The process dies and starts again: nothing is left but the rows. */
    private void crash() {
        relay.close();
        relay = open();
    }

    @Test
    void record_ofACommittedCall_recordsItsCompleteEventAndDeletesTheRow() throws SQLException {
        AuditEvent event = committed();
        relay.pass();
        assertEquals(List.of(), recorder.events, "the call runs");
        relay.record(closed(event));
        assertEquals(List.of(closed(event)), recorder.events);
        assertEquals(1, rows("1 = 1"));
        relay.pass();
        assertEquals(0, rows("1 = 1"));
        assertEquals(0, relay.status().rows().open());
        assertEquals(1, recorder.events.size());
    }

    @Test
    void rowsOfACrashedProcess_areMovedOnceAsTheyWereStaged_inTheirOrder() throws SQLException {
        List<AuditEvent> events = List.of(committed(), committed(), committed());
        crash();
        relay.pass();
        relay.pass();
        assertEquals(
                events.stream().map(AuditEvent::id).toList(),
                recorder.events.stream().map(AuditEvent::id).toList());
        AuditEvent moved = recorder.events.get(0);
        assertNull(moved.status());
        assertEquals(Outcome.UNKNOWN, moved.outcome());
        assertEquals(TransactionOutcome.COMMITTED, moved.transaction());
        assertEquals(Map.of(), moved.attributes());
        assertEquals(0, rows("1 = 1"));
        assertEquals(3, relay.status().rows().moved());
    }

    @Test
    void rowWhoseEventIsInTheChainAlready_isOnlyDeleted() throws SQLException {
        AuditEvent event = committed();
        relay.record(closed(event));
        crash(); // before the row was deleted
        relay.pass();
        assertEquals(1, recorder.events.size());
        assertEquals(201, recorder.events.get(0).status());
        assertEquals(0, rows("1 = 1"));
    }

    @Test
    void storeAway_recordReturnsAtOnce_andTheCompleteEventIsMovedLater() throws SQLException {
        AuditEvent event = committed();
        recorder.away = true;
        relay.record(closed(event));
        relay.pass();
        assertEquals(List.of(), recorder.events);
        assertEquals(1, rows("1 = 1"));
        recorder.away = false;
        relay.pass();
        assertEquals(201, recorder.events.get(0).status());
        assertEquals(0, rows("1 = 1"));
    }

    @Test
    void storeThatGoesAwayMeanwhile_leavesTheEventToTheRelay() throws SQLException {
        AuditEvent event = committed();
        recorder.failing = true;
        relay.record(closed(event));
        recorder.failing = false;
        relay.pass();
        assertEquals(List.of(closed(event)), recorder.events);
    }

    @Test
    void committed_tellsByTheRow() throws SQLException {
        AuditEvent committed = committed();
        AuditEvent rolledBack = event();
        business.begin();
        relay.stage(rolledBack.id(), rolledBack);
        business.rollback();
        assertEquals(Set.of(committed.id()), relay.committed(List.of(committed.id(), rolledBack.id())));
        relay.rolledBack(rolledBack.id());
        assertEquals(1, relay.status().rows().open());
    }

    /** A row for each of two transactions that were open at a time. */
    private UUID committedTwice(AuditEvent event) throws SQLException {
        UUID second = EventIds.next(Instant.now());
        for (UUID row : List.of(event.id(), second)) {
            business.begin();
            relay.stage(row, event);
            relay.committing(event.id());
            business.commit();
        }
        return second;
    }

    @Test
    void rowsOfOneCall_leaveOneEventAndGoTogether() throws SQLException {
        AuditEvent event = event();
        committedTwice(event);
        relay.pass();
        assertEquals(List.of(), recorder.events, "the call runs");
        relay.record(closed(event));
        relay.pass();
        assertEquals(List.of(closed(event)), recorder.events);
        assertEquals(0, rows("1 = 1"));
        assertEquals(0, relay.status().rows().open());
    }

    @Test
    void rowsOfOneCall_afterACrash_areMovedAsOneEvent() throws SQLException {
        AuditEvent event = event();
        committedTwice(event);
        crash();
        relay.pass();
        assertEquals(List.of(event), recorder.events);
        assertEquals(0, rows("1 = 1"));
    }

    @Test
    void rowsOfOneCall_whileTheStoreIsAway_areMovedAsTheCallClosedThem() throws SQLException {
        AuditEvent event = event();
        committedTwice(event);
        recorder.away = true;
        relay.record(closed(event));
        recorder.away = false;
        relay.pass();
        assertEquals(List.of(closed(event)), recorder.events);
        assertEquals(0, rows("1 = 1"));
        assertEquals(0, relay.status().rows().open());
    }

    @Test
    void doubt_ofTwoTransactionsOfACall_isResolvedByTheOneThatWasCommitted() throws SQLException {
        AuditEvent event = event();
        UUID second = EventIds.next(Instant.now());
        business.begin();
        relay.stage(event.id(), event);
        business.rollback();
        business.begin();
        relay.stage(second, event);
        business.commit();
        relay.leaveInDoubt(closed(event), false);
        relay.pass();
        assertEquals(TransactionOutcome.COMMITTED, recorder.byId(event.id()).transaction());
        assertEquals(1, recorder.events.size());
        assertEquals(0, rows("1 = 1"));
        assertEquals(0, relay.status().rows().open());
    }

    @Test
    void committed_askedByMoreCallsThanMayAskAtATime_isAnsweredToAll() throws Exception {
        AuditEvent event = event();
        business.begin();
        relay.stage(event.id(), event);
        List<CompletableFuture<Set<UUID>>> asked = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            asked.add(CompletableFuture.supplyAsync(
                    () -> relay.committed(List.of(event.id())), task -> new Thread(task).start()));
        }
        assertThrows(
                TimeoutException.class,
                () -> CompletableFuture.anyOf(asked.toArray(CompletableFuture[]::new))
                        .get(500, TimeUnit.MILLISECONDS),
                "the transaction has not ended");
        business.commit();
        for (CompletableFuture<Set<UUID>> answer : asked) {
            assertEquals(Set.of(event.id()), answer.get(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void committed_whileTheDatabaseIsAway_isUnknown() {
        business.away = true;
        assertNull(relay.committed(List.of(UUID.randomUUID())));
    }

    @Test
    void doubt_isResolvedByTheRow() throws SQLException {
        AuditEvent committed = committed();
        relay.leaveInDoubt(closed(committed), false);
        AuditEvent rolledBack = event();
        relay.leaveInDoubt(
                closed(rolledBack),
                closed(rolledBack).toDraft().status(503).outcome(Outcome.ERROR).toEvent());
        relay.leaveInDoubt(closed(event()), false);
        relay.pass();
        assertEquals(2, recorder.events.size(), recorder.events::toString);
        AuditEvent done = recorder.byId(committed.id());
        assertEquals(TransactionOutcome.COMMITTED, done.transaction());
        assertEquals(201, done.status());
        assertEquals(Outcome.SUCCESS, done.outcome());
        AuditEvent undone = recorder.byId(rolledBack.id());
        assertEquals(TransactionOutcome.ROLLED_BACK, undone.transaction());
        assertEquals(503, undone.status());
        assertEquals(Outcome.ERROR, undone.outcome());
        assertEquals(0, rows("1 = 1"));
        assertEquals(0, relay.status().rows().open());
    }

    @Test
    void rowThatCannotBeRecorded_isSetAsideAndHoldsNobodyUp() throws SQLException {
        AuditEvent poison = committed();
        AuditEvent next = committed();
        recorder.disliked.add(poison.id());
        run("insert into audit_outbox (id, application, chain, created_us, event) values ('" + UUID.randomUUID()
                + "', 'desk', 'desk@n1', 0, 'no JSON')");
        crash();
        relay.pass();
        assertEquals(
                List.of(next.id()), recorder.events.stream().map(AuditEvent::id).toList());
        assertEquals(2, rows("aside_us is not null"));
        assertEquals(2, relay.status().rows().aside());
        assertEquals(1, rows("aside_why = 'AUD-0303'"));
    }

    @Test
    void status_tellsWhatWaits_whatWasMoved_andWhatFailed() throws SQLException {
        assertFalse(relay.status().isUsed(), "no method asks for ATOMIC");
        relay.needed();
        relay.pass();
        assertEquals(new RelayStatus(true, RelayStatus.Rows.NONE, null, null, null, null), relay.status());
        committed();
        committed();
        crash();
        relay.needed();
        recorder.away = true;
        relay.pass();
        assertEquals(new RelayStatus.Rows(0, 2, 0, 0), relay.status().rows());
        assertNull(relay.status().movedAt());
        Instant before = Instant.now();
        recorder.away = false;
        relay.pass();
        RelayStatus moved = relay.status();
        assertEquals(new RelayStatus.Rows(0, 0, 2, 0), moved.rows());
        assertFalse(moved.movedAt().isBefore(before));
        assertTrue(moved.isUsed());
        business.away = true;
        relay.pass();
        assertTrue(relay.status().fault().startsWith("AUD-0435"), relay.status().fault());
        business.away = false;
        relay.pass();
        RelayStatus mended = relay.status();
        assertNull(mended.fault());
        assertTrue(mended.lastError().startsWith("AUD-0435"), mended.lastError());
        assertFalse(mended.lastErrorAt().isBefore(before));
    }

    @Test
    void rowsOfOtherNodes_doNotCountAsOurs() throws SQLException {
        chairs.put("desk@n2", Chairs.Whose.ANOTHERS);
        for (String chain : List.of("desk@n1", "desk@n2")) {
            run("insert into audit_outbox (id, application, chain, created_us, event) values ('" + UUID.randomUUID()
                    + "', 'desk', '" + chain + "', 0, '{}')");
        }
        recorder.away = true;
        relay.pass();
        assertEquals(1, relay.status().rows().waiting());
    }

    @Test
    void rowsOfAnotherNode_areLeftToItWhileItLives_andAdoptedAfterwards() throws SQLException {
        chairs.put("desk@n2", Chairs.Whose.ANOTHERS);
        UUID id = UUID.randomUUID();
        run("insert into audit_outbox (id, application, chain, created_us, event) values ('" + id
                + "', 'desk', 'desk@n2', 0, '"
                + EventJson.text(
                        event().toDraft().id(id).application("desk").node("n2").toEvent())
                + "')");
        relay.pass();
        assertEquals(List.of(), recorder.events);
        chairs.put("desk@n2", Chairs.Whose.NOBODYS);
        relay.pass();
        assertEquals(Map.of("audit.ran-on", "n2"), recorder.byId(id).attributes());
        assertEquals(0, rows("1 = 1"));
    }

    @Test
    void eventsLeft_whoseRowsAnotherNodeHasMoved_makeRoomForOthers() throws SQLException {
        List<AuditEvent> left = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            left.add(committed());
        }
        recorder.away = true;
        left.forEach(event -> relay.record(closed(event)));
        chairs.put("desk@n1", Chairs.Whose.ANOTHERS);
        UUID waiting = left.get(0).id();
        run("delete from audit_outbox where id <> '" + waiting + "'"); // as that node does
        relay.pass();
        assertEquals(0, relay.status().rows().open());
        AuditEvent next = committed();
        relay.record(closed(next));
        chairs.put("desk@n1", Chairs.Whose.OURS);
        recorder.away = false;
        relay.pass();
        assertEquals(
                List.of(waiting, next.id()),
                recorder.events.stream().map(AuditEvent::id).toList());
        assertEquals(201, recorder.byId(next.id()).status());
        assertEquals(0, relay.status().rows().open());
    }

    @Test
    void table_thatIsMissing_isAFaultOnceItIsNeeded_andHeals() throws Exception {
        run("drop table audit_outbox");
        relay.pass();
        assertNull(relay.fault());
        relay.needed();
        assertEquals("AUD-0431", relay.fault().code());
        createTable();
        relay.pass();
        assertNull(relay.fault());
    }

    @Test
    void thread_movesWhatIsLeft_andEnds() throws Exception {
        AuditEvent event = committed();
        crash();
        relay.start();
        recorder.awaitOne();
        relay.close();
        assertEquals(event.id(), recorder.events.get(0).id());
        assertTrue(Thread.getAllStackTraces().keySet().stream()
                .noneMatch(t -> t.getName().equals("audit-outbox-desk") && t.isAlive()));
        assertFalse(relay.isIndependent(), "it lies beside the audit tables");
    }

    /** A pool whose connections take part in the transaction of the thread, if there is one. */
    static final class Business extends UrlDataSource {

        private final DataSource pool;
        private final ThreadLocal<Connection> transaction = new ThreadLocal<>();
        volatile boolean away;

        Business(DataSource pool) {
            super("", "");
            this.pool = pool;
        }

        void begin() throws SQLException {
            Connection connection = pool.getConnection();
            connection.setAutoCommit(false);
            transaction.set(connection);
        }

        void commit() throws SQLException {
            transaction.get().commit();
            transaction.remove();
        }

        void rollback() throws SQLException {
            transaction.get().rollback();
            transaction.remove();
        }

        /** The thread goes on without its transaction, which stays open. */
        Open leave() {
            Connection connection = transaction.get();
            transaction.remove();
            return new Open(connection);
        }

        /** A transaction that no thread has. */
        record Open(Connection connection) {
            void commit() throws SQLException {
                connection.commit();
            }

            void rollback() throws SQLException {
                connection.rollback();
            }
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (away) {
                throw new SQLException("away", "08001");
            }
            Connection own = transaction.get();
            return own == null
                    ? pool.getConnection()
                    : (Connection) Proxy.newProxyInstance(
                            Business.class.getClassLoader(),
                            new Class<?>[] {Connection.class},
                            (proxy, method, args) ->
                                    method.getName().equals("close") ? null : method.invoke(own, args));
        }

        @Override
        public PrintWriter getLogWriter() {
            return new PrintWriter(System.err);
        }
    }

    /** A recorder that keeps each id once. */
    static final class KeptEvents implements Recorder {

        final List<AuditEvent> events = new ArrayList<>();
        final Set<UUID> disliked = new HashSet<>();
        volatile boolean away;
        int mostBegun;
        private int begun;
        private volatile boolean failing;

        @Override
        public synchronized Receipt record(AuditEvent event) {
            if (disliked.contains(event.id())) {
                throw new AuditUnavailableException("AUD-0303", "disliked for a test", Duration.ZERO);
            } else if (failing) {
                throw new AuditUnavailableException("AUD-0301", "too slow for a test", Duration.ZERO);
            }
            if (events.stream().noneMatch(e -> e.id().equals(event.id()))) {
                events.add(event.toDraft().application("").node("").toEvent());
            }
            notifyAll();
            return new Receipt(event.id(), "desk@n1", events.size(), Instant.EPOCH);
        }

        synchronized AuditEvent byId(UUID id) {
            return events.stream().filter(e -> e.id().equals(id)).findFirst().orElseThrow();
        }

        synchronized void awaitOne() throws InterruptedException {
            for (int i = 0; i < 100 && events.isEmpty(); i++) {
                wait(100);
            }
        }

        @Override
        public Recording begin(AuditEvent event) {
            begun++;
            return () -> {
                mostBegun = Math.max(mostBegun, begun--);
                return record(event);
            };
        }

        @Override
        public boolean offer(AuditEvent event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isAccepting() {
            return !away;
        }

        @Override
        public void refused() {
            throw new UnsupportedOperationException();
        }

        @Override
        public RecorderStatus status() {
            return new RecorderStatus(
                    "desk",
                    "n1",
                    !away,
                    RecorderStatus.Counters.NONE,
                    RecorderStatus.Queue.EMPTY,
                    RecorderStatus.Commits.NONE,
                    RecorderStatus.Recent.NONE,
                    null,
                    null,
                    null,
                    null,
                    RecorderStatus.About.UNKNOWN,
                    List.of());
        }
    }
}
