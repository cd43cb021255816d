package dev.auditlog.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.AuditUnavailableException;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.store.EventIds;
import dev.auditlog.store.EventRows;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SpoolingTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    @TempDir
    Path directory;

    private final FakeLog log = new FakeLog();
    private final List<AuditEvent> handedOn = new ArrayList<>();
    private final AtomicInteger threads = new AtomicInteger(); // of the writer
    private GroupCommitRecorder recorder;

    @BeforeEach
    void open() {
        recorder = open(16 << 20);
    }

    @AfterEach
    void close() {
        log.comeBack();
        recorder.close();
    }

    @Test
    void store_away_eventsGoToTheSpoolAndReachItInOrderLater() throws Exception {
        recorder.record(event("1"));
        log.goDown();
        AuditEvent second = event("2");
        Instant oldest = second.time().truncatedTo(ChronoUnit.MILLIS);
        for (int i = 2; i <= 5; i++) {
            Receipt receipt = recorder.record(i == 2 ? second : event(String.valueOf(i)));
            assertEquals(0, receipt.sequence());
            assertTrue(recorder.isAccepting());
        }
        assertEquals(4, recorder.status().counters().spooled());
        assertEquals(
                new SpoolStatus(true, 4, recorder.status().spool().bytes(), oldest, 0, 0),
                recorder.status().spool());
        assertEquals(List.of("1"), operations());
        log.comeBack();
        await(() -> !recorder.status().spool().active());
        assertEquals(6, recorder.record(event("6")).sequence());
        assertEquals(List.of("1", "2", "3", "4", "5", "6"), operations());
        assertEquals(LongStream.rangeClosed(1, 6).boxed().toList(), sequences());
        assertEquals(0, recorder.status().counters().refused());
        assertNull(recorder.status().spool().oldestAt());
        recorder.close();
        assertEquals(6, handedOn.size());
    }

    @Test
    void spool_thatIsUsed_andIsEmptyAgain_isToldOfByItsChain() throws Exception {
        LogLines lines = new LogLines(Spooling.class);
        try {
            log.goDown();
            recorder.record(event("1"));
            log.comeBack();
            await(() -> !recorder.status().spool().active());
        } finally {
            lines.close();
        }
        assertEquals(List.of("AUD-0314", "AUD-0315"), lines.codes());
        lines.texts().forEach(line -> assertTrue(line.contains(" of sample@host-1 "), line));
    }

    @Test
    void store_thatRefusesEachWriteAsIfForItsValues_isAwayAndNothingIsSetAside() throws Exception {
        recorder.record(event("1"));
        log.takeNoWrites("54000");
        recorder.record(event("2"));
        recorder.record(event("3"));
        int tried = log.appends();
        await(() -> log.appends() > tried + 1);
        log.takeNoWrites(null);
        await(() -> !recorder.status().spool().active());
        assertEquals(List.of("1", "2", "3"), operations());
        assertEquals(0, recorder.status().spool().setAside());
        assertEquals(0, recorder.status().counters().repaired());
        assertEquals(0, recorder.status().counters().refused());
    }

    @Test
    void store_thatHangs_callsAreAnsweredFromTheSpoolAndTheHangingBatchIsKeptOnce() throws Exception {
        recorder.record(event("1"));
        var gate = log.hang();
        recorder.record(event("2")); // the writer hangs with it
        recorder.record(event("3"));
        assertEquals(2, recorder.status().counters().spooled());
        gate.countDown();
        await(() -> !recorder.status().spool().active());
        assertEquals(List.of("1", "2", "3"), operations());
        assertEquals(0, recorder.status().counters().refused());
        recorder.close();
        assertEquals(3, recorder.status().counters().written());
        assertEquals(
                List.of("1", "2", "3"),
                handedOn.stream().map(AuditEvent::operation).toList());
    }

    @Test
    void commit_thatHappenedAndReportedAFailure_isKeptOnceThoughItWentToTheSpool() throws Exception {
        recorder.record(event("1"));
        log.lie(1);
        recorder.record(event("2"));
        await(() -> !recorder.status().spool().active());
        assertEquals(List.of("1", "2"), operations());
        assertEquals(1, recorder.status().counters().spooled());
    }

    @Test
    void restart_withEventsInTheSpool_movesThemFirst() throws Exception {
        log.goDown();
        AuditEvent first = event("1");
        recorder.record(first);
        recorder.record(event("2"));
        recorder.close();
        assertEquals(List.of(), operations());
        recorder = open(16 << 20);
        assertTrue(recorder.status().spool().active());
        assertEquals(
                first.time().truncatedTo(ChronoUnit.MILLIS),
                recorder.status().spool().oldestAt());
        recorder.record(event("3"));
        log.comeBack();
        await(() -> !recorder.status().spool().active());
        assertEquals(List.of("1", "2", "3"), operations());
    }

    @Test
    void store_awayAtTheStart_refusesNobody() throws Exception {
        log.goDown();
        recorder.start();
        recorder.record(event("1"));
        assertTrue(recorder.isAccepting());
        log.comeBack();
        await(() -> !recorder.status().spool().active());
        assertEquals(List.of("1"), operations());
    }

    @Test
    void spool_full_refusesCallsAndKeepsThemWhenTheStoreIsBack() throws Exception {
        recorder.close();
        recorder = open(6_000);
        log.goDown();
        int spooled = 0;
        AuditUnavailableException refused = null;
        while (refused == null) {
            try {
                recorder.record(event("kept"));
                spooled++;
            } catch (AuditUnavailableException e) {
                refused = e;
            }
        }
        assertTrue(spooled > 3, "spooled " + spooled);
        assertEquals("AUD-0301", refused.code());
        assertFalse(recorder.isAccepting());
        log.comeBack();
        await(recorder::isAccepting);
        recorder.record(event("last"));
        assertEquals(spooled + 2, operations().size()); // the refused one was done, and is kept
        assertEquals("last", operations().get(spooled + 1));
    }

    @Test
    void spool_thatTakesNothing_isNamedInTheLogOnce() throws Exception {
        recorder.close();
        recorder = open(6_000);
        log.goDown();
        LogLines lines = new LogLines(Health.class);
        try {
            await(() -> isRefused("first"));
            assertTrue(isRefused("second"));
        } finally {
            lines.close();
        }
        assertEquals(1, lines.codes().stream().filter("AUD-0331"::equals).count(), () -> String.valueOf(lines.codes()));
    }

    private boolean isRefused(String operation) {
        try {
            recorder.record(event(operation));
            return false;
        } catch (AuditUnavailableException e) {
            return true;
        }
    }

    @Test
    void eventThatTheStoreRefusesForGood_isSetAsideInAFile() throws Exception {
        log.goDown();
        AuditEvent poison = event("poison");
        recorder.record(poison);
        recorder.record(event("good"));
        log.dislike(e -> EventRows.toEvent(e).operation().equals("poison"), "22001");
        log.comeBack();
        await(() -> !recorder.status().spool().active());
        assertEquals(List.of("good"), operations());
        assertEquals(1, recorder.status().spool().setAside());
        List<String> aside = Files.readAllLines(directory.resolve("set-aside.jsonl"));
        assertEquals(1, aside.size());
        assertTrue(aside.get(0).contains("\"id\":\"" + poison.id() + "\""), aside::toString);
    }

    @Test
    void store_whoseTableIsLocked_getsSpooledEventsLaterAndSetsNoneAside() throws Exception {
        log.goDown();
        recorder.record(event("1"));
        recorder.record(event("2"));
        log.takeNoEvents("57014");
        log.comeBack();
        int enough = log.appends() + 3 * Writer.FAILURES_BEFORE_DOUBT;
        await(() -> log.appends() > enough);
        assertEquals(List.of(), operations());
        log.takeEvents();
        await(() -> !recorder.status().spool().active());
        assertEquals(List.of("1", "2"), operations());
        assertEquals(0, recorder.status().spool().setAside());
    }

    @Test
    void recordThatCannotBeRead_isSetAsideAndTheOthersAreMoved() throws Exception {
        recorder.close();
        try (Spool spool = Spool.open(directory, 16 << 20)) {
            spool.append(List.of(
                    SpooledEvent.bytes(EventRows.unplaced(event("1"))),
                    "{\"activity\":\"NEW\"}".getBytes(StandardCharsets.UTF_8),
                    SpooledEvent.bytes(EventRows.unplaced(event("2")))));
        }
        recorder = open(16 << 20);
        recorder.start();
        await(() -> !recorder.status().spool().active());
        assertEquals(List.of("1", "2"), operations());
        assertEquals(1, recorder.status().spool().setAside());
        assertEquals(List.of("{\"activity\":\"NEW\"}"), Files.readAllLines(directory.resolve("set-aside.jsonl")));
    }

    @Test
    void eventThatCannotBeSetAside_isToldAndTriedAgain() throws Exception {
        Path aside = Files.createDirectory(directory.resolve("set-aside.jsonl"));
        log.goDown();
        recorder.record(event("poison"));
        log.dislike(e -> EventRows.toEvent(e).operation().equals("poison"), "22001");
        log.comeBack();
        await(() -> String.valueOf(recorder.status().lastError()).startsWith("AUD-0343"));
        recorder.record(event("good"));
        Files.delete(aside);
        await(() -> !recorder.status().spool().active());
        assertEquals(List.of("good"), operations());
        assertEquals(1, Files.readAllLines(aside).size());
        assertEquals(1, threads.get());
    }

    @Test
    void spool_thatFailedInAnOutage_isTriedAgainInTheNextOne() throws Exception {
        FakeFiles files = new FakeFiles();
        recorder.close();
        recorder = open(Spool.open(directory, 16 << 20, files));
        recorder.record(event("1"));
        files.failAt(0, true);
        log.goDown();
        ExecutorService caller = Executors.newSingleThreadExecutor();
        Future<Receipt> second = caller.submit(() -> recorder.record(event("2")));
        await(() -> !recorder.isAccepting());
        log.comeBack();
        assertEquals(2, second.get().sequence());
        files.failAt(Integer.MAX_VALUE, false);
        Instant outage = Instant.now();
        log.goDown();
        await(() -> recorder.status().lastErrorAt().isAfter(outage)); // a beat has found it
        assertTrue(recorder.isAccepting());
        assertEquals(0, recorder.record(event("3")).sequence());
        caller.shutdown();
    }

    @Test
    void spool_whoseDiskFailsWhenTheOutageBegins_isTriedAgainInIt() throws Exception {
        FakeFiles files = new FakeFiles();
        recorder.close();
        recorder = open(Spool.open(directory, 16 << 20, files));
        recorder.record(event("1"));
        files.failAt(0, true);
        log.goDown();
        assertTrue(isRefused("2"));
        assertFalse(recorder.isAccepting());
        files.failAt(Integer.MAX_VALUE, false);
        await(recorder::isAccepting);
        assertEquals(0, recorder.record(event("3")).sequence());
        log.comeBack();
        await(() -> !recorder.status().spool().active());
        assertEquals(List.of("1", "2", "3"), operations());
    }

    @Test
    void close_whileTheLastOfTheSpoolIsMoved_keepsWhatCameMeanwhile() throws Exception {
        recorder.record(event("1"));
        log.goDown();
        recorder.record(event("2"));
        CountDownLatch first = log.hang();
        int before = log.appends();
        log.comeBack();
        await(() -> log.appends() == before + 1);
        recorder.record(event("3"));
        CountDownLatch second = log.hang();
        first.countDown();
        await(() -> log.appends() == before + 2);
        recorder.offer(event("4"));
        Thread closing = new Thread(recorder::close);
        closing.start();
        await(() -> !recorder.isAccepting());
        second.countDown();
        closing.join();
        assertEquals(List.of("1", "2", "3", "4"), operations());
        assertEquals(0, recorder.status().counters().lost());
    }

    @Test
    void manyCallers_overAnOutage_areAllAnsweredAndKeptOnce() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(8);
        List<Future<Integer>> ends = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            ends.add(callers.submit(() -> {
                for (int n = 0; n < 300; n++) {
                    recorder.record(event("call"));
                }
                return 300;
            }));
        }
        await(() -> recorder.status().counters().written() > 200);
        log.goDown();
        await(() -> recorder.status().counters().spooled() > 200);
        log.comeBack();
        for (Future<Integer> end : ends) {
            end.get();
        }
        callers.shutdown();
        await(() -> !recorder.status().spool().active());
        assertEquals(2_400, log.rows().size());
        assertEquals(2_400, log.rows().stream().map(AuditEvent::id).distinct().count());
        assertEquals(LongStream.rangeClosed(1, 2_400).boxed().toList(), sequences());
        assertEquals(0, recorder.status().counters().refused());
    }

    @Test
    void load_thatIsLargerThanWhatIsMoved_doesNotKeepTheSpoolFromBeingEmptied() throws Exception {
        recorder.record(event("1"));
        log.beSlow(10); // 16 events a batch: 1,600 a second at most
        log.goDown();
        AtomicBoolean stop = new AtomicBoolean();
        ExecutorService callers = Executors.newFixedThreadPool(32);
        for (int i = 0; i < 32; i++) {
            callers.submit(() -> {
                while (!stop.get()) {
                    recorder.record(event("call"));
                }
            });
        }
        await(() -> recorder.status().counters().spooled() > 2_000);
        log.comeBack();
        await(() -> !recorder.status().spool().active());
        stop.set(true);
        callers.shutdown();
        assertTrue(callers.awaitTermination(10, TimeUnit.SECONDS));
        assertEquals(0, recorder.status().counters().refused());
        assertEquals(recorder.status().counters().written(), log.rows().size());
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) { // the test's own time limit ends it
            Thread.sleep(5);
        }
    }

    private List<String> operations() {
        return log.rows().stream().map(AuditEvent::operation).toList();
    }

    private List<Long> sequences() {
        return log.rows().stream().map(AuditEvent::sequence).toList();
    }

    private GroupCommitRecorder open(long maxBytes) {
        return open(Spool.open(directory, maxBytes));
    }

    private GroupCommitRecorder open(Spool spool) {
        threads.set(0);
        Settings settings = new Settings(
                "sample",
                "host-1",
                new Limits(100, 1 << 20, 16, 1 << 20, 0),
                TIMEOUT,
                Duration.ofMillis(10),
                Duration.ofSeconds(2),
                Duration.ofMillis(700),
                InstantSource.system());
        return new GroupCommitRecorder(
                settings,
                log,
                runnable -> {
                    Thread thread = new Thread(runnable);
                    thread.setDaemon(true);
                    if (runnable instanceof Writer) {
                        threads.incrementAndGet();
                    }
                    return thread;
                },
                () -> List.of(handedOn::add),
                spool);
    }

    private static AuditEvent event(String operation) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return AuditEvent.draft(operation).id(EventIds.next(now)).time(now).toEvent();
    }
}
