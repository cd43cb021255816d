package dev.auditlog.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.AuditUnavailableException;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Target;
import dev.auditlog.store.EventIds;
import dev.auditlog.store.EventRows;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class GroupCommitRecorderTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final FakeLog log = new FakeLog();
    private final List<AuditEvent> handedOn = new ArrayList<>();
    private volatile Throwable sinkFault = new IllegalStateException("on purpose");
    private final List<Thread> threads = new ArrayList<>();
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private GroupCommitRecorder recorder = open(LONG, 100);

    @AfterEach
    void close() {
        log.comeBack();
        log.dislike(e -> false, "22001");
        recorder.close();
        callers.shutdownNow();
    }

    @Test
    void record_ofAnEvent_saysWhereItIs() {
        AuditEvent event = event("one");
        Receipt receipt = recorder.record(event);
        Instant placed = log.rows().get(0).recordedAt();
        assertEquals(new Receipt(event.id(), "sample@host-1", 1, placed), receipt);
        assertEquals("sample", log.rows().get(0).application());
        assertEquals(1, recorder.status().counters().written());
        assertTrue(recorder.isAccepting());
    }

    @Test
    void thread_beforeTheFirstEvent_isNotStarted() {
        assertEquals(List.of(), threads);
        recorder.record(event("one"));
        recorder.record(event("two"));
        assertEquals(1, threads.size());
    }

    @Test
    void sink_thatFails_delaysNobodyAndTheOthersGetTheEvent() {
        recorder.record(event("one"));
        recorder.close();
        assertEquals(
                List.of("one"), handedOn.stream().map(AuditEvent::operation).toList());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void sink_thatThrowsWhateverItLikes_isNoFailureOfTheStore(Throwable fault) {
        sinkFault = fault;
        recorder.record(event("one"));
        recorder.record(event("two"));
        recorder.close();
        assertEquals(List.of("one", "two"), operations());
        assertEquals(
                List.of("one", "two"),
                handedOn.stream().map(AuditEvent::operation).toList());
        assertEquals(2, recorder.status().counters().written());
        assertNull(recorder.status().lastError());
    }

    static Stream<Throwable> faults() {
        return Stream.of(
                new StackOverflowError("on purpose"),
                new ServiceConfigurationError("on purpose"),
                new IOException("on purpose"));
    }

    @Test
    void record_whileTheWriterIsBusy_isBatched() throws Exception {
        CountDownLatch gate = log.hang();
        List<Future<Receipt>> receipts = new ArrayList<>(submit(1));
        log.awaitAppend();
        receipts.addAll(submit(9));
        awaitQueued(9);
        gate.countDown();
        for (Future<Receipt> receipt : receipts) {
            receipt.get();
        }
        assertEquals(List.of(1, 9), log.batches());
    }

    @Test
    void record_storeDownPastDeadline_throwsWithTheTimeWaitedAndCounts() {
        recorder = open(SHORT, 100);
        log.goDown();
        AuditUnavailableException thrown =
                assertThrows(AuditUnavailableException.class, () -> recorder.record(event("one")));
        assertEquals("AUD-0301", thrown.code());
        assertTrue(thrown.waited().compareTo(SHORT) >= 0, () -> thrown.waited().toString());
        assertTrue(thrown.waited().compareTo(LONG) < 0, () -> thrown.waited().toString());
        assertTrue(thrown.getMessage().contains("SQLSTATE 08001 (away)"), thrown::getMessage);
        assertEquals(1, recorder.status().counters().refused());
        assertEquals("SQLSTATE 08001 (away)", recorder.status().lastError());
        assertFalse(recorder.isAccepting());
    }

    @Test
    void notice_storeDownAtTheStart_isToldWhenItIsBack() throws Exception {
        log.goDown();
        CompletableFuture<String> told = new CompletableFuture<>();
        recorder.tellBeside("/shop", told::complete);
        recorder.start();
        assertThrows(TimeoutException.class, () -> told.get(SHORT.toMillis(), TimeUnit.MILLISECONDS));
        log.comeBack();
        assertEquals("host-1", told.get(LONG.toSeconds(), TimeUnit.SECONDS));
    }

    @Test
    void store_backAgain_isFoundByItselfAndKeepsTheLateEventOnce() {
        recorder = open(SHORT, 100);
        log.goDown();
        AuditEvent late = event("late");
        assertThrows(AuditUnavailableException.class, () -> recorder.record(late));
        log.comeBack();
        awaitAccepting();
        recorder.record(event("next"));
        assertEquals(List.of("late", "next"), operations());
    }

    @Test
    void record_storeBackInTime_isKept() throws Exception {
        log.goDown();
        Future<Receipt> receipt = callers.submit(() -> recorder.record(event("one")));
        awaitRefusing();
        log.comeBack();
        assertEquals(1, receipt.get().sequence());
        assertEquals(0, recorder.status().counters().refused());
    }

    @Test
    void store_thatHangs_isNotAcceptingAfterTheTimeout() throws Exception {
        recorder = open(SHORT, 100);
        CountDownLatch gate = log.hang();
        assertThrows(AuditUnavailableException.class, () -> recorder.record(event("one")));
        awaitRefusing(); // the attempt hangs long enough, however late the thread began
        gate.countDown();
        awaitAccepting();
        assertEquals(List.of("one"), operations());
    }

    @Test
    void error_whileTheStoreIsAway_doesNotRefuseForEver() {
        recorder = open(SHORT, 100);
        log.goDown();
        assertThrows(AuditUnavailableException.class, () -> recorder.record(event("one")));
        log.fallApart(new OutOfMemoryError("made by the test"));
        assertThrows(AuditUnavailableException.class, () -> recorder.record(event("two")));
        log.fallApart(null);
        log.comeBack();
        awaitAccepting();
        recorder.record(event("three"));
        assertEquals(List.of("one", "two", "three"), operations());
        assertEquals(1, threads.size());
    }

    @Test
    void error_inOneBatch_isTriedAgain() throws Exception {
        CountDownLatch gate = log.hang();
        Future<Receipt> receipt = callers.submit(() -> recorder.record(event("one")));
        log.awaitAppend();
        log.failOnce(new OutOfMemoryError("made by the test"));
        gate.countDown();
        assertEquals(1, receipt.get().sequence());
        assertEquals(1, threads.size());
    }

    @Test
    void commit_thatHappenedAndReportedAFailure_isAnsweredOnce() {
        log.lie(1);
        assertEquals(1, recorder.record(event("one")).sequence());
        assertEquals(2, recorder.record(event("two")).sequence());
        assertEquals(List.of("one", "two"), operations());
    }

    @Test
    void commit_ofOurOwnThatComesLate_costsNoChain() {
        recorder.record(event("one"));
        log.comeLate();
        assertEquals(2, recorder.record(event("two")).sequence());
        assertEquals(3, recorder.record(event("three")).sequence());
        assertEquals(1, log.claims());
        assertEquals(List.of("one", "two", "three"), operations());
    }

    @Test
    void event_recordedTwice_isKeptOnceAndGetsTheSameReceipt() {
        AuditEvent event = event("one");
        Receipt first = recorder.record(event);
        assertEquals(first, recorder.record(event));
        assertEquals(List.of("one"), operations());
    }

    @Test
    void poisonEvent_inABatch_isRefusedAloneWithoutItsData() throws Exception {
        log.dislike(e -> EventRows.toEvent(e).operation().equals("poison"), "22001");
        CountDownLatch gate = log.hang();
        List<Future<Receipt>> good = new ArrayList<>(submit(1));
        log.awaitAppend();
        Future<Receipt> bad = callers.submit(() -> recorder.record(event("poison")));
        good.addAll(submit(5));
        awaitQueued(6);
        gate.countDown();
        for (Future<Receipt> receipt : good) {
            receipt.get();
        }
        Throwable thrown = assertThrows(java.util.concurrent.ExecutionException.class, bad::get)
                .getCause();
        assertEquals("AUD-0303", ((AuditUnavailableException) thrown).code());
        assertFalse(thrown.getMessage().contains("secret"), thrown::getMessage);
        assertEquals(6, log.rows().size());
        assertEquals(1, recorder.status().counters().refused());
        assertTrue(recorder.isAccepting());
    }

    @Test
    void store_thatHangsAndThenFails_isNotAcceptingInBetween() throws Exception {
        recorder = open(SHORT, 100);
        List<Boolean> accepting = new CopyOnWriteArrayList<>();
        CountDownLatch gate = log.hang();
        assertThrows(AuditUnavailableException.class, () -> recorder.record(event("one")));
        awaitRefusing(); // the attempt hangs long enough, however late the thread began
        log.failOnce(new Error("on purpose") {
            @Override
            public Throwable getCause() { // the writer looks for it while it finds out what failed
                accepting.add(recorder.isAccepting());
                return new SQLException("gone", "08006");
            }
        });
        gate.countDown();
        awaitAccepting();
        assertFalse(accepting.isEmpty());
        assertFalse(accepting.contains(true), accepting::toString);
    }

    @Test
    void poisonEvent_thatLooksLikeAFaultOfTheStore_doesNotStopTheOthersForEver() {
        log.dislike(e -> EventRows.toEvent(e).operation().equals("poison"), "39000");
        AuditUnavailableException thrown =
                assertThrows(AuditUnavailableException.class, () -> recorder.record(event("poison")));
        assertEquals("AUD-0303", thrown.code());
        assertEquals(1, recorder.record(event("next")).sequence());
    }

    @ParameterizedTest
    @ValueSource(strings = {"53100", "57014", "55P03", "40001", "42501", "0A000", "25006", "08001", "28P01"})
    void store_thatTakesNoEvents_isNoEventsFaultAndKeepsTheLateOneWhenItDoes(String state) throws Exception {
        recorder = open(SHORT, 100);
        log.takeNoEvents(state);
        AuditUnavailableException thrown =
                assertThrows(AuditUnavailableException.class, () -> recorder.record(event("late")));
        assertEquals("AUD-0301", thrown.code());
        awaitTries(3 * Writer.FAILURES_BEFORE_DOUBT);
        assertFalse(recorder.isAccepting());
        log.takeEvents();
        awaitAccepting();
        assertEquals(List.of("late"), operations());
        assertEquals(0, recorder.status().counters().repaired());
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01"})
    void store_thatAsksToRepeat_isNotAway(String state) throws Exception {
        recorder = open(SHORT, 100);
        AtomicInteger times = new AtomicInteger(3);
        log.dislike(e -> times.getAndDecrement() > 0, state);
        assertEquals(1, recorder.record(event("one")).sequence());
        assertEquals(4, log.appends());
        assertNull(recorder.status().lastError());
    }

    /** PostgreSQL says 54000, as for a row that is too large, when it would run out of transaction numbers. */
    @ParameterizedTest
    @ValueSource(strings = {"54000", "22001"})
    void store_thatRefusesEachWriteAsIfForItsValues_isNoEventsFault(String state) throws Exception {
        recorder = open(SHORT, 100);
        log.takeNoWrites(state);
        AuditUnavailableException thrown =
                assertThrows(AuditUnavailableException.class, () -> recorder.record(event("late")));
        assertEquals("AUD-0301", thrown.code());
        awaitTries(3);
        assertFalse(recorder.isAccepting());
        log.takeNoWrites(null);
        awaitAccepting();
        assertEquals(List.of("late"), operations());
        assertEquals(0, recorder.status().counters().repaired());
    }

    @Test
    void queueFull_pastDeadline_refusesAndKeepsNothing() throws Exception {
        recorder = open(SHORT, 2);
        CountDownLatch gate = log.hang();
        List<Future<Receipt>> waiting = new ArrayList<>(submit(1));
        log.awaitAppend();
        waiting.addAll(submit(2));
        awaitQueued(2);
        AuditUnavailableException thrown =
                assertThrows(AuditUnavailableException.class, () -> recorder.record(event("too many")));
        assertEquals("AUD-0302", thrown.code());
        gate.countDown();
        recorder.close();
        assertEquals(3, log.rows().size());
    }

    @Test
    void interruptedCaller_getsItsReceiptAndKeepsTheFlag() {
        Thread.currentThread().interrupt();
        Receipt receipt = recorder.record(event("one"));
        assertTrue(Thread.interrupted());
        assertEquals(1, receipt.sequence());
    }

    @Test
    void close_withEventsWaiting_keepsThemAllAndEndsTheThread() throws Exception {
        CountDownLatch gate = log.hang();
        List<Future<Receipt>> receipts = new ArrayList<>(submit(1));
        log.awaitAppend();
        receipts.addAll(submit(20));
        awaitQueued(20);
        Future<?> closing = callers.submit(recorder::close);
        gate.countDown();
        closing.get();
        for (Future<Receipt> receipt : receipts) {
            receipt.get();
        }
        assertEquals(21, log.rows().size());
        assertFalse(threads.get(0).isAlive());
        assertEquals(
                "AUD-0304",
                assertThrows(AuditUnavailableException.class, () -> recorder.record(event("after")))
                        .code());
        assertFalse(recorder.isAccepting());
    }

    @Test
    void close_whileTheStoreIsDown_endsAfterTheDrainTime() {
        recorder = open(SHORT, 100);
        log.goDown();
        assertThrows(AuditUnavailableException.class, () -> recorder.record(event("one")));
        recorder.close();
        assertEquals(0, recorder.status().queue().events());
        assertFalse(recorder.isAccepting());
    }

    @Test
    void threadFactory_thatRefuses_isToldToTheCaller() {
        recorder = new GroupCommitRecorder(
                settings(SHORT, 10),
                log,
                r -> {
                    throw new IllegalStateException("no");
                },
                List::of,
                null);
        AuditUnavailableException thrown =
                assertThrows(AuditUnavailableException.class, () -> recorder.record(event("one")));
        assertEquals("AUD-0305", thrown.code());
    }

    @Test
    void thread_endedByTheServer_isStartedAnew() throws Exception {
        recorder.record(event("one"));
        threads.get(0).interrupt();
        threads.get(0).join();
        assertEquals(2, recorder.record(event("two")).sequence());
    }

    @Test
    void thread_endedByTheServerWhileTheStoreIsAway_isStartedAnewWhenItIsBack() throws Exception {
        recorder.record(event("one"));
        log.goDown();
        recorder.offer(event("given up"));
        awaitRefusing();
        Thread writer = threads.get(threads.size() - 1);
        writer.interrupt();
        writer.join();
        log.comeBack();
        assertTrue(recorder.isAccepting());
        assertEquals(2, recorder.record(event("two")).sequence());
    }

    @Test
    void chain_ofAProcessThatDied_isTakenAfterItsLease() {
        log.holdByAnother(0);
        Receipt receipt = recorder.record(event("one"));
        assertEquals("sample@host-1", receipt.chain());
        assertEquals(1, receipt.sequence());
    }

    @Test
    void chain_ofAnEarlierProcessOfThisHost_isTakenAtOnceWhenThisOneBegins() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        log.holdBy(new Holder(ended.pid(), Holder.self().host(), 1).text());
        assertEquals("sample@host-1", recorder.record(event("one")).chain());
        assertEquals(2, log.claims(), "a look, and the claim without a wait");
    }

    @Test
    void chain_ofAProcessThatLives_isLeftToItAndANumberedOneTaken() {
        log.holdByAnother(Integer.MAX_VALUE);
        Receipt receipt = recorder.record(event("one"));
        assertEquals("sample@host-1-2", receipt.chain());
        assertEquals("host-1-2", recorder.status().node());
        assertEquals("host-1-2", log.rows().get(0).node());
    }

    @Test
    void chain_takenByAnother_isNotWrittenAndTheEventGoesIntoTheNextHold() {
        recorder.record(event("one"));
        log.steal();
        assertEquals(2, recorder.record(event("two")).sequence());
        assertEquals(List.of("one", "two"), operations());
    }

    @Test
    void beat_atTheStartAndAtTheEnd_tellsTheFigures() {
        recorder.start();
        recorder.record(event("one"));
        recorder.close();
        List<String> beats = log.beats();
        assertTrue(beats.get(0).startsWith("{\"application\":\"sample\",\"node\":\"host-1\""), beats::toString);
        String last = beats.get(beats.size() - 1);
        assertTrue(last.startsWith("last ") && last.contains("\"written\":1,"), last);
    }

    @Test
    void offer_withRoom_isWrittenAndDelaysNobody() {
        assertTrue(recorder.offer(event("one")));
        recorder.record(event("two"));
        assertEquals(List.of("one", "two"), operations());
        assertEquals(0, recorder.status().counters().lost());
    }

    @Test
    void offer_withoutRoom_isCountedAndToldInAnEventLater() throws Exception {
        recorder = open(LONG, 2);
        CountDownLatch gate = log.hang();
        submit(1);
        log.awaitAppend();
        assertTrue(recorder.offer(event("kept")));
        assertTrue(recorder.offer(event("kept")));
        Instant before = Instant.now().truncatedTo(ChronoUnit.MICROS);
        assertFalse(recorder.offer(event("lost")));
        assertFalse(recorder.offer(event("lost")));
        assertFalse(recorder.offer(event("lost")));
        Instant after = Instant.now();
        assertEquals(3, recorder.status().counters().lost());
        gate.countDown();
        recorder.close();
        AuditEvent told = log.rows().stream()
                .filter(e -> e.operation().equals("audit.events-lost"))
                .findFirst()
                .orElseThrow();
        assertEquals("3", told.attributes().get("count"));
        Instant from = Instant.parse(told.attributes().get("from"));
        Instant to = Instant.parse(told.attributes().get("to"));
        assertTrue(!from.isBefore(before) && !to.isBefore(from) && !to.isAfter(after), told::toString);
        assertEquals(List.of("good", "kept", "kept", "audit.events-lost"), operations());
        assertEquals(3, recorder.status().counters().lost());
    }

    @Test
    void offer_whenTheStoreStaysAway_isCountedAtTheEnd() {
        log.goDown();
        assertTrue(recorder.offer(event("one")));
        assertTrue(recorder.offer(event("two")));
        recorder.close();
        assertEquals(2, recorder.status().counters().lost());
    }

    @Test
    void offer_ofABatchThatIsKeptInPart_countsTheOthersAsLost() throws Exception {
        recorder = open(LONG, 100);
        CountDownLatch gate = log.hang();
        recorder.offer(event("first"));
        log.awaitAppend();
        recorder.offer(event("good"));
        recorder.offer(event("poison"));
        log.dislike(
                e -> {
                    boolean isPoison = EventRows.toEvent(e).operation().equals("poison");
                    if (isPoison && operations().contains("good")) {
                        log.goDown();
                    }
                    return isPoison;
                },
                "22001");
        gate.countDown();
        awaitRefusing();
        recorder.close();
        assertEquals(List.of("first", "good"), operations());
        assertEquals(1, recorder.status().counters().lost());
    }

    @Test
    void queue_fullOfBytes_refusesThoughItHoldsFewEvents() throws Exception {
        recorder = open(SHORT, 100);
        CountDownLatch gate = log.hang();
        List<Future<Receipt>> waiting = new ArrayList<>(submit(1));
        log.awaitAppend();
        AuditEvent large =
                event("large").toDraft().attribute("k", "x".repeat(400_000)).toEvent();
        waiting.add(callers.submit(() -> recorder.record(large)));
        awaitQueued(1);
        AuditEvent more =
                event("more").toDraft().attribute("k", "x".repeat(400_000)).toEvent();
        AuditUnavailableException thrown = assertThrows(AuditUnavailableException.class, () -> recorder.record(more));
        assertEquals("AUD-0302", thrown.code());
        assertEquals(1, recorder.status().counters().waited());
        gate.countDown();
        recorder.close();
        assertEquals(List.of("good", "large"), operations());
    }

    @Test
    void poisonEvent_thatARepairHelps_isKeptWithoutItsData() {
        log.dislike(e -> EventRows.toEvent(e).attributes().containsKey("bad"), "22P05");
        AuditEvent bad = event("one")
                .toDraft()
                .attribute("bad", "x")
                .target(new Target("Order", "m\u00fcller", null))
                .toEvent();
        assertEquals(1, recorder.record(bad).sequence());
        AuditEvent kept = log.rows().get(0);
        assertEquals(Map.of("audit.repaired", "SQLSTATE 22P05"), kept.attributes());
        assertEquals(new Target("Order", "m?ller", null), kept.target());
        assertEquals(1, recorder.status().counters().repaired());
        assertEquals(0, recorder.status().counters().refused());
    }

    @Test
    void poisonEvent_whoseRepairMeetsAnOutage_isTriedAgain() {
        AtomicInteger tries = new AtomicInteger();
        log.dislike(
                e -> {
                    int attempt = tries.incrementAndGet();
                    if (attempt == 2) {
                        log.dislike(later -> false, "08006");
                    }
                    return attempt <= 2;
                },
                "22P05");
        assertEquals(1, recorder.record(event("one")).sequence());
        assertEquals(2, tries.get());
        assertEquals(
                Map.of("audit.repaired", "SQLSTATE 22P05"), log.rows().get(0).attributes());
        assertEquals(1, recorder.status().counters().repaired());
        assertEquals(0, recorder.status().counters().refused());
    }

    @Test
    void refusedCall_isCounted() {
        recorder.refused();
        RecorderStatus status = recorder.status();
        assertEquals(1, status.counters().refused());
        assertNull(status.lastError());
    }

    @Test
    void beat_tellsWhatWeakensTheGuarantees_andWhatTheRelayDoes() throws Exception {
        log.concerns = List.of("AUD-0412 fsync");
        recorder.showing(
                () -> new RelayStatus(true, new RelayStatus.Rows(0, 3, 2, 1), null, "AUD-0431 none", null, null));
        recorder.record(event("one"));
        awaitBeat();
        String beat = log.beats().get(0);
        assertTrue(beat.contains("\"concerns\":[\"AUD-0412 fsync\"]"), beat);
        assertTrue(
                beat.contains(
                        "\"outbox\":{\"open\":0,\"waiting\":3,\"moved\":2,\"aside\":1,\"fault\":\"AUD-0431 none\"}"),
                beat);
        recorder.showing(() -> new RelayStatus(false, RelayStatus.Rows.NONE, null, null, null, null));
        assertNull(recorder.status().outbox(), "nobody asks for ATOMIC");
    }

    private void awaitBeat() {
        while (log.beats().isEmpty()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void watcher_hearsOfEachChange_andFindsItCounted() {
        List<RecorderStatus.Counters> heard = new CopyOnWriteArrayList<>();
        recorder.watching(() -> heard.add(recorder.status().counters()));
        recorder.refused();
        assertEquals(List.of(new RecorderStatus.Counters(0, 0, 1, 0, 0, 0)), heard);
        recorder.record(event("one"));
        assertTrue(heard.contains(new RecorderStatus.Counters(1, 0, 1, 0, 0, 0)), heard::toString);
    }

    @Test
    void outage_ofManyAttempts_isLoggedOnce() {
        LogLines lines = new LogLines(Health.class);
        try {
            recorder = open(SHORT, 100);
            log.goDown();
            for (int i = 0; i < 3; i++) {
                assertThrows(AuditUnavailableException.class, () -> recorder.record(event("one")));
            }
        } finally {
            lines.close();
        }
        assertEquals(List.of("AUD-0306", "AUD-0317"), lines.codes());
    }

    private List<Future<Receipt>> submit(int count) {
        List<Future<Receipt>> receipts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            receipts.add(callers.submit(() -> recorder.record(event("good"))));
        }
        return receipts;
    }

    private void awaitQueued(int count) {
        while (recorder.status().queue().events() < count) {
            Thread.onSpinWait();
        }
    }

    private void awaitTries(int more) throws InterruptedException {
        int enough = log.appends() + more;
        while (log.appends() < enough) { // the test's own time limit ends it
            Thread.sleep(5);
        }
    }

    private void awaitAccepting() {
        while (!recorder.isAccepting()) {
            Thread.onSpinWait();
        }
    }

    private void awaitRefusing() {
        while (recorder.isAccepting()) {
            Thread.onSpinWait();
        }
    }

    private List<String> operations() {
        return log.rows().stream().map(AuditEvent::operation).toList();
    }

    private GroupCommitRecorder open(Duration timeout, int capacity) {
        return new GroupCommitRecorder(
                settings(timeout, capacity),
                log,
                runnable -> {
                    Thread thread = new Thread(runnable);
                    thread.setDaemon(true);
                    threads.add(thread);
                    return thread;
                },
                () -> List.of(event -> GroupCommitRecorderTest.<RuntimeException>sneak(sinkFault), handedOn::add),
                null);
    }

    /** As Kotlin and others do, which know no checked exceptions. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable fault) throws T {
        throw (T) fault;
    }

    private static Settings settings(Duration timeout, int capacity) {
        Limits limits = new Limits(capacity, 1 << 20, 256, 1 << 20, 0);
        return new Settings(
                "sample",
                "host-1",
                limits,
                timeout,
                Duration.ofMillis(10),
                Duration.ofSeconds(2),
                Duration.ofMillis(700),
                InstantSource.system());
    }

    private static AuditEvent event(String operation) {
        Instant now = Instant.now();
        return AuditEvent.draft(operation).id(EventIds.next(now)).time(now).toEvent();
    }
}
