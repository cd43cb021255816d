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
import java.util.Map;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        files.fallApart(null);
        recorder.close();
        callers.shutdownNow();
    }

    @Test
    void notice_thatThrowsAnError_keepsNobodyFromRecording() {
        recorder.tellBeside("coverage", node -> {
            throw new StackOverflowError("on purpose");
        });
        assertEquals(1, recorder.record(event("one")).sequence());
        assertEquals(1, writers.size());
    }

    @Test
    void thread_thatTheMachineRefuses_isToldToTheCallerAndCounted() {
        recorder = open(LONG, 100, null, runnable -> new Thread(runnable) {
            @Override
            public void start() {
                throw new OutOfMemoryError("unable to create native thread");
            }
        });
        try {
            assertEquals(
                    "AUD-0305", refused(() -> recorder.record(event("one"))).code());
            assertTrue(recorder.offer(event("two")));
        } catch (OutOfMemoryError e) {
            throw new AssertionError("told to nobody", e); // as it is, it would end the tests
        }
        assertEquals(1, recorder.status().counters().refused());
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
    void lossThatWasToBeTold_whenTheServerEndsTheThread_isToldByTheNext() throws Exception {
        recorder = open(LONG, 2, null);
        CountDownLatch gate = log.hang();
        recorder.offer(event("one"));
        log.awaitAppend();
        recorder.offer(event("two"));
        recorder.offer(event("three"));
        assertFalse(recorder.offer(event("lost")));
        log.dislike(e -> EventRows.toEvent(e).operation().equals(Losses.OPERATION), "53100");
        gate.countDown();
        await(() -> !recorder.isAccepting());
        end(writers.get(0));
        log.takeEvents();
        recorder.record(event("four"));
        recorder.record(event("five")); // by now what was to be told is told
        long told = log.rows().stream()
                .filter(e -> e.operation().equals(Losses.OPERATION))
                .mapToLong(e -> Long.parseLong(e.attributes().get("count")))
                .sum();
        assertEquals(recorder.status().counters().lost(), told, log.rows()::toString);
    }

    @Test
    void error_betweenTwoBatches_costsNoEvent() throws Exception {
        CountDownLatch gate = log.hang();
        Future<Receipt> one = callers.submit(() -> recorder.record(event("one")));
        log.awaitAppend();
        recorder.offer(event("two"));
        clockFault = new OutOfMemoryError("on purpose");
        gate.countDown();
        one.get();
        Receipt three = recorder.record(event("three"));
        assertEquals(3, three.sequence());
        assertEquals(0, recorder.status().counters().lost());
        assertEquals(1, writers.size());
    }

    @Test
    void spool_thatRunsOutOfMemory_isTriedAgainByTheWriter() throws Exception {
        recorder = open(LONG, 100, files);
        recorder.record(event("one"));
        files.fallApart(new OutOfMemoryError("on purpose"));
        log.goDown();
        Future<Receipt> two = callers.submit(() -> recorder.record(event("two")));
        await(() -> !recorder.isAccepting());
        files.fallApart(null);
        assertEquals(0, two.get().sequence());
        assertEquals(1, writers.size());
        log.comeBack();
        await(() -> !recorder.status().spool().active());
        assertEquals(List.of("one", "two"), operations());
    }

    @Test
    void spool_thatRunsOutOfMemoryWhileTheStoreHangs_isTriedAgainThoughNobodyCalls() throws Exception {
        recorder = open(Duration.ofSeconds(2), 100, files);
        recorder.record(event("one"));
        CountDownLatch gate = log.hang();
        assertEquals(0, recorder.record(event("two")).sequence());
        files.fallApart(new OutOfMemoryError("on purpose"));
        Future<Receipt> three = callers.submit(() -> recorder.record(event("three")));
        await(() -> !recorder.isAccepting());
        files.fallApart(null);
        assertEquals(0, three.get().sequence());
        gate.countDown();
        await(() -> !recorder.status().spool().active());
        assertEquals(List.of("one", "two", "three"), operations());
    }

    @Test
    void store_thatHangsWhileTheLastOfTheSpoolIsMoved_callsAreAnsweredFromTheSpool() throws Exception {
        recorder = open(Duration.ofSeconds(2), 100, files);
        recorder.record(event("one"));
        log.goDown();
        recorder.record(event("two"));
        CountDownLatch first = log.hang();
        int before = log.appends();
        log.comeBack();
        await(() -> log.appends() == before + 1);
        recorder.record(event("three"));
        CountDownLatch last = log.hang();
        first.countDown();
        await(() -> log.appends() == before + 2); // nobody else may put anything into the spool now
        assertEquals(0, recorder.record(event("four")).sequence());
        last.countDown();
        await(() -> !recorder.status().spool().active());
        assertEquals(List.of("one", "two", "three", "four"), operations());
        assertEquals(0, recorder.status().counters().refused());
    }

    @Test
    void close_whenTheServerHasEndedTheThreads_putsTheQueueIntoTheSpool() throws Exception {
        recorder = open(LONG, 100, files);
        recorder.record(event("one"));
        Thread writer = writers.get(0);
        end(writer);
        mayStart = false;
        assertTrue(recorder.offer(event("two")));
        recorder.close();
        assertEquals(0, recorder.status().counters().lost());
        mayStart = true;
        recorder = open(LONG, 100, files);
        recorder.start();
        await(() -> !recorder.status().spool().active());
        assertEquals(List.of("one", "two"), operations());
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

    /**
     * A bad block under an index takes no event of one batch, while other writes work; nor does a pooler between that lends one
     * session's prepared statements to another one.
     */
    @ParameterizedTest
    @ValueSource(strings = {"58030", "XX000", "XX001", "08P01", "26000", "42P05"})
    void event_thatAFailingDiskOrSessionKeepsFromTheStore_isNeitherStrippedNorGivenUp(String state) throws Exception {
        recorder = open(LONG, 100, null);
        log.dislike(e -> true, state);
        Future<Receipt> one = callers.submit(() -> recorder.record(event("one")));
        await(() -> log.appends() > 2 * Writer.FAILURES_BEFORE_DOUBT + 1);
        assertFalse(one.isDone());
        log.takeEvents();
        one.get();
        assertEquals(Map.of(), log.rows().get(0).attributes());
        String said = recorder.status().lastError();
        assertTrue(said.startsWith("SQLSTATE " + state), said);
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
