package dev.auditlog.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.AuditUnavailableException;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.store.EventIds;
import dev.auditlog.store.EventRows;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;

/** What goes wrong beside the store: want of memory or of threads, the server's own doing, a caller whose time is over. */
@Timeout(60)
class RecorderFaultTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final FakeLog log = new FakeLog();
    private final FakeFiles files = new FakeFiles();
    private final List<Thread> writers = new CopyOnWriteArrayList<>();
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private volatile @Nullable Error clockFault;
    private volatile boolean mayStart = true;
    private GroupCommitRecorder recorder = open(LONG, 100, null);

    @AfterEach
    void close() {
        log.comeBack();
        log.takeEvents();
        recorder.close();
        callers.shutdownNow();
    }

    @Test
    void event_refusedByTheStoreAfterItsCallerHasGivenUp_isCountedOnce() throws Exception {
        recorder = open(SHORT, 100, null);
        log.dislike(e -> true, "22001");
        CountDownLatch gate = log.hang();
        assertEquals("AUD-0301", refused(() -> recorder.record(event("one"))).code());
        assertEquals(1, recorder.status().counters().refused());
        gate.countDown();
        await(() -> "SQLSTATE 22001".equals(recorder.status().lastError()));
        log.takeEvents();
        recorder.record(event("two"));
        assertEquals(1, recorder.status().counters().refused());
    }

    @Test
    void eventThatDelaysNobody_refusedByTheStore_isLostAndNoCallIsRefused() {
        log.dislike(e -> EventRows.toEvent(e).operation().equals("one"), "22001");
        recorder.offer(event("one"));
        recorder.record(event("two"));
        assertEquals(1, recorder.status().counters().lost());
        assertEquals(0, recorder.status().counters().refused());
    }

    @Test
    void store_thatTakesBeatsAndNoEvents_isSeenToRefuse() throws Exception {
        recorder = open(SHORT, 100, null);
        recorder.record(event("one"));
        log.takeNoEvents("53100");
        refused(() -> recorder.record(event("two")));
        await(() -> lastBeat().contains("\"accepting\":false"));
        assertFalse(recorder.isAccepting());
        log.takeEvents();
        await(recorder::isAccepting);
        assertEquals(List.of("one", "two"), operations());
    }

    @Test
    void store_thatIsBack_isSeenToAcceptAtOnce() throws Exception {
        log.goDown();
        recorder.start();
        await(() -> !recorder.isAccepting());
        log.comeBack();
        await(recorder::isAccepting);
        Instant back = Instant.now();
        await(() -> lastBeat().contains("\"accepting\":true"));
        assertTrue(Duration.between(back, Instant.now()).compareTo(Settings.BEAT.dividedBy(2)) < 0);
    }

    private String lastBeat() {
        List<String> beats = log.beats();
        return beats.isEmpty() ? "" : beats.get(beats.size() - 1);
    }

    private static AuditUnavailableException refused(Executable call) {
        return assertThrows(AuditUnavailableException.class, call);
    }

    private static void end(Thread thread) throws InterruptedException {
        thread.interrupt();
        thread.join();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) { // the test's own time limit ends it
            Thread.sleep(5);
        }
    }

    private List<String> operations() {
        return log.rows().stream().map(AuditEvent::operation).toList();
    }

    private GroupCommitRecorder open(Duration timeout, int capacity, @Nullable FakeFiles spool) {
        return open(timeout, capacity, spool, runnable -> {
            if (!mayStart) {
                throw new IllegalStateException("the server ends");
            }
            Thread thread = new Thread(runnable);
            thread.setDaemon(true);
            if (runnable instanceof Writer) {
                writers.add(thread);
            }
            return thread;
        });
    }

    private GroupCommitRecorder open(Duration timeout, int capacity, @Nullable FakeFiles spool, ThreadFactory threads) {
        writers.clear();
        Settings settings = new Settings(
                "sample",
                "host-1",
                new Limits(capacity, 1 << 20, 16, 1 << 20, 0),
                timeout,
                Duration.ofMillis(10),
                Duration.ofSeconds(2),
                Duration.ofMillis(700),
                clock());
        Spool opened = spool == null ? null : Spool.open(Path.of("spool"), 16 << 20, spool);
        return new GroupCommitRecorder(settings, log, threads, List::of, opened);
    }

    /** Read between batches by the writer alone. */
    private InstantSource clock() {
        return () -> {
            Error fault = clockFault;
            clockFault = null;
            if (fault != null) {
                throw fault;
            }
            return Instant.now();
        };
    }

    private static AuditEvent event(String operation) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return AuditEvent.draft(operation).id(EventIds.next(now)).time(now).toEvent();
    }
}
