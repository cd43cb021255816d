package dev.auditlog.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.config.AuditConfig;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.store.AuditDatabase;
import dev.auditlog.store.EventIds;
import dev.auditlog.store.SilentPeer;
import dev.auditlog.store.SilentPeer.Swallowed;
import dev.auditlog.store.TestDatabases;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** PostgreSQL says nothing any more and closes nothing; the backend, for its part, hears nothing of its client's end. */
@Timeout(120)
class SilentDatabaseTest {

    private static final Duration ANSWER = Duration.ofSeconds(2);

    private final String schema = TestDatabases.newName();
    private final SilentPeer peer = new SilentPeer(TestDatabases.postgresqlPort());
    private AuditDatabase database;
    private RunningRecorder recorder;
    private final List<UUID> acknowledged = new ArrayList<>();

    @BeforeEach
    void start() {
        TestDatabases.asSuperuser("create schema " + schema);
        database = AuditDatabase.open(
                TestDatabases.postgresql(schema, peer.port()), new AuditDatabase.Options(true, ANSWER));
        AuditConfig config = AuditConfig.of(Map.of("audit.node", "host-1", "audit.record.timeout", "60s"), "sample");
        recorder = Recorders.open(config, database, SilentDatabaseTest::daemon, List::of);
        record();
    }

    @AfterEach
    void close() {
        recorder.close();
        database.close();
        peer.close();
    }

    @Test
    void batch_thatNeverArrives_isSentAgainOnAnotherConnection() {
        requireSameAfter("insert into audit_event", Swallowed.QUESTIONS);
    }

    @Test
    void batch_thatIsCommittedWithoutAnAnswer_isFoundOnAnotherConnection() {
        requireSameAfter("insert into audit_event", Swallowed.ANSWERS);
    }

    /** The silent transaction has the chain's row; the database ends it when it has not heard of us for as long. */
    private void requireSameAfter(String text, Swallowed swallowed) {
        peer.silenceAt(text, swallowed);
        long start = System.nanoTime();
        record();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertEquals(1, peer.silenced());
        assertTrue(took.compareTo(ANSWER) >= 0, took::toString);
        assertTrue(took.compareTo(ANSWER.multipliedBy(4)) < 0, took::toString);
        record();
        assertEquals(acknowledged, ids());
        assertEquals(List.of(1L, 2L, 3L), sequences());
    }

    @Test
    void database_thatTakesConnectionsAndNeverAnswers_holdsNobodyUpLonger() {
        peer.silentAtLogin(true);
        Duration took = time(() -> assertThrows(PersistenceException.class, database::probe));
        assertTrue(took.compareTo(ANSWER.plusSeconds(2)) < 0, took::toString);
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(this::record);
        while (!String.valueOf(recorder.status().lastError()).contains("no connection within 2000 ms")) {
            Thread.onSpinWait();
        }
        assertFalse(waiting.isDone());
        peer.silentAtLogin(false);
        waiting.join();
        assertEquals(acknowledged, ids());
        assertEquals(List.of(1L, 2L), sequences());
    }

    @Test
    void query_ofTheConsole_thatIsNeverAnswered_fails() {
        peer.silenceAt("select 4711", Swallowed.ANSWERS);
        Duration took = time(() -> assertThrows(
                PersistenceException.class,
                () -> database.read(em -> em.createNativeQuery("select 4711").getSingleResult())));
        assertTrue(took.compareTo(ANSWER.plusSeconds(2)) < 0, took::toString);
        assertEquals(acknowledged, ids());
    }

    private static Duration time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void record() {
        Instant now = Instant.now();
        AuditEvent event = AuditEvent.draft("Order.create")
                .id(EventIds.next(now))
                .time(now)
                .toEvent();
        acknowledged.add(recorder.record(event).id());
    }

    private List<UUID> ids() {
        return database
                .read(em -> em.createQuery("select e.id from EventRow e order by e.sequence", String.class)
                        .getResultList())
                .stream()
                .map(UUID::fromString)
                .toList();
    }

    private List<Long> sequences() {
        return database.read(em -> em.createQuery("select e.sequence from EventRow e order by e.sequence", Long.class)
                .getResultList());
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    }
}
