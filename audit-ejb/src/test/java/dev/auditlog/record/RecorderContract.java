package dev.auditlog.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.AuditUnavailableException;
import dev.auditlog.config.AuditConfig;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Target;
import dev.auditlog.store.AuditDatabase;
import dev.auditlog.store.EventIds;
import dev.auditlog.store.EventRow;
import dev.auditlog.store.EventRows;
import dev.auditlog.store.RecorderState;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The recorder on a real database. */
@Timeout(180)
abstract class RecorderContract {

    private final FailingDataSource dataSource = new FailingDataSource(fresh());
    private final AuditDatabase database = AuditDatabase.open(dataSource, AuditDatabase.Options.defaults());
    private RunningRecorder recorder = open("host-1");

    /** Returns an empty database. */
    abstract DataSource fresh();

    @AfterEach
    void close() {
        recorder.close();
        database.close();
    }

    @Test
    void event_recorded_isInTheDatabaseAsTheReceiptSays() {
        AuditEvent event = event();
        Receipt receipt = recorder.record(event);
        AuditEvent found = rows().get(0);
        assertEquals(
                event.toDraft()
                        .application("sample")
                        .node("host-1")
                        .sequence(1)
                        .recordedAt(receipt.recordedAt())
                        .toEvent(),
                found);
        assertEquals(new Receipt(event.id(), "sample@host-1", 1, found.recordedAt()), receipt);
        Duration off = Duration.between(receipt.recordedAt(), Instant.now()).abs();
        assertTrue(off.compareTo(Duration.ofMinutes(1)) < 0, off::toString);
    }

    @Test
    void sequence_overRestarts_hasNoGap() {
        for (int run = 0; run < 3; run++) {
            recorder.record(event());
            recorder.record(event());
            recorder.close();
            recorder = open("host-1");
        }
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L), sequences());
    }

    @Test
    void sequence_ofAnotherNode_isItsOwn() {
        recorder.record(event());
        recorder.close();
        recorder = open("host-2");
        assertEquals(1, recorder.record(event()).sequence());
    }

    @Test
    void twoRecorders_ofOneName_writeTwoChainsWithoutAGap() throws Exception {
        recorder.record(event()); // has the chain before the other one comes
        try (RunningRecorder other = open("host-1")) {
            ExecutorService callers = Executors.newFixedThreadPool(2);
            List<Future<Void>> ends = List.of(callers.submit(many(recorder, 50)), callers.submit(many(other, 50)));
            for (Future<Void> end : ends) {
                end.get();
            }
            callers.shutdown();
            assertEquals("host-1-2", other.status().node());
        }
        assertEquals(upTo(51), sequences("sample@host-1"));
        assertEquals(upTo(50), sequences("sample@host-1-2"));
    }

    @Test
    void writer_whoseChainWasTaken_writesNothingWithTheOldHold() {
        recorder.record(event());
        database.write(em ->
                em.createQuery("update ChainRow c set c.epoch = c.epoch + 1").executeUpdate());
        AuditEvent event = event();
        Receipt receipt = recorder.record(event);
        assertEquals(2, receipt.sequence());
        assertEquals(List.of(1L, 2L), sequences());
        long epoch = database.read(em ->
                em.createQuery("select c.epoch from ChainRow c", Long.class).getSingleResult());
        assertEquals(3, epoch);
    }

    @Test
    void figures_ofARecorder_standInTheDatabaseWithItsEnd() {
        recorder.record(event());
        recorder.close();
        List<RecorderState> found = database.read(em -> RecorderState.all(em, database.dialect()));
        assertEquals(1, found.size());
        RecorderState state = found.get(0);
        assertEquals("sample host-1", state.application() + " " + state.node());
        assertTrue(state.figures().contains("\"written\":1,"), state::figures);
        assertEquals(state.beat(), state.stopped());
        assertEquals(RecorderState.Life.STOPPED, state.life());
    }

    @Test
    void callers32_with200EventsEach_allAreKeptOnceInOrder() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(32);
        List<Future<Void>> ends = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            ends.add(callers.submit(many(recorder, 200)));
        }
        for (Future<Void> end : ends) {
            end.get();
        }
        callers.shutdown();
        assertEquals(upTo(6_400), sequences());
        assertEquals(6_400, recorder.status().counters().written());
        assertEquals(0, recorder.status().counters().refused());
    }

    @Test
    void eachCallOfTheDriver_failingOnceBeforeItIsDone_neitherLosesNorDoubles() {
        sweep(false);
    }

    @Test
    void eachCallOfTheDriver_failingOnceAfterItWasDone_neitherLosesNorDoubles() {
        sweep(true);
    }

    @Test
    void eventThatTheDatabaseRefuses_isRepairedAndKept() {
        AuditEvent poison =
                event().toDraft().activity(dev.auditlog.Activity.DEFAULT).toEvent();
        assertEquals(1, recorder.record(poison).sequence());
        AuditEvent kept = rows().get(0);
        assertEquals(dev.auditlog.Activity.OTHER, kept.activity());
        assertTrue(kept.attributes().get("audit.repaired").startsWith("SQLSTATE 23"), kept::toString);
        assertEquals(1, recorder.status().counters().repaired());
        assertEquals(2, recorder.record(event()).sequence());
        assertTrue(recorder.isAccepting());
    }

    @Test
    void eventThatTheDatabaseRefusesForGood_isRefusedAndTheNextIsKept() {
        AuditEvent poison =
                event().toDraft().guarantee(dev.auditlog.Guarantee.DEFAULT).toEvent();
        AuditUnavailableException thrown = assertThrows(AuditUnavailableException.class, () -> recorder.record(poison));
        assertEquals("AUD-0303", thrown.code());
        assertEquals(1, recorder.record(event()).sequence());
        assertTrue(recorder.isAccepting());
    }

    /** Fails the first call of a record, then the second, until one needs fewer calls. */
    private void sweep(boolean afterwards) {
        List<UUID> acknowledged = new ArrayList<>();
        acknowledged.add(recorder.record(event()).id());
        int call = 0;
        do {
            dataSource.fail(++call, afterwards);
            acknowledged.add(recorder.record(event()).id());
        } while (dataSource.failed());
        dataSource.fail(Integer.MAX_VALUE, false);
        assertTrue(call >= 4, "the sweep ended at call " + call);
        List<AuditEvent> rows = rows();
        assertEquals(acknowledged, rows.stream().map(AuditEvent::id).toList());
        assertEquals(upTo(acknowledged.size()), sequences());
    }

    private static Callable<Void> many(RunningRecorder recorder, int count) {
        return () -> {
            for (int i = 0; i < count; i++) {
                recorder.record(event());
            }
            return null;
        };
    }

    final RunningRecorder recorder() {
        return recorder;
    }

    final void sql(String text) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    final List<AuditEvent> rows() {
        return database
                .read(em -> em.createQuery("select e from EventRow e order by e.sequence", EventRow.class)
                        .getResultList())
                .stream()
                .map(EventRows::toEvent)
                .toList();
    }

    private List<Long> sequences() {
        return database.read(em -> em.createQuery("select e.sequence from EventRow e order by e.sequence", Long.class)
                .getResultList());
    }

    private List<Long> sequences(String chain) {
        return database.read(em -> em.createQuery(
                        "select e.sequence from EventRow e where e.chain = :chain order by e.sequence", Long.class)
                .setParameter("chain", chain)
                .getResultList());
    }

    private static List<Long> upTo(int last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private RunningRecorder open(String node) {
        AuditConfig config = AuditConfig.of(
                Map.of("audit.node", node, "audit.record.timeout", "30s", "audit.record.lease", "6s"), "sample");
        return Recorders.open(
                config,
                database,
                runnable -> {
                    Thread thread = new Thread(runnable);
                    thread.setDaemon(true);
                    return thread;
                },
                List::of);
    }

    static AuditEvent event() {
        Instant now = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
        return AuditEvent.draft("Order.create")
                .id(EventIds.next(now))
                .time(now)
                .target(new Target("Order", "42", null))
                .toEvent();
    }
}
