package dev.auditlog.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.AuditUnavailableException;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.store.EventIds;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Events that are begun at one time and waited for at another. */
@Timeout(60)
class RecordingTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(500);

    private final FakeLog log = new FakeLog();
    private GroupCommitRecorder recorder = open(LONG, 100);

    private GroupCommitRecorder open(Duration timeout, int capacity) {
        Limits limits = new Limits(capacity, 1 << 20, 256, 1 << 20, 0);
        Settings settings = new Settings(
                "sample",
                "host-1",
                limits,
                timeout,
                Duration.ofMillis(10),
                Duration.ofSeconds(2),
                Duration.ofMillis(700),
                InstantSource.system());
        return new GroupCommitRecorder(settings, log, Thread::new, List::of, null);
    }

    @AfterEach
    void close() {
        log.comeBack();
        recorder.close();
    }

    private static AuditEvent event(String operation) {
        Instant now = Instant.now();
        return AuditEvent.draft(operation).id(EventIds.next(now)).time(now).toEvent();
    }

    private List<String> operations() {
        return log.rows().stream().map(AuditEvent::operation).toList();
    }

    @Test
    void begun_isWrittenThoughNobodyWaits() {
        recorder.begin(event("one"));
        recorder.begin(event("two"));
        assertEquals(3, recorder.record(event("three")).sequence());
        assertEquals(List.of("one", "two", "three"), operations());
    }

    @Test
    void begun_whileTheStoreIsAway_areWaitedForWithinOneTimeLimit() {
        recorder = open(SHORT, 100);
        log.goDown();
        Instant begin = Instant.now();
        List<Recording> begun = Stream.of("one", "two", "three", "four", "five")
                .map(name -> recorder.begin(event(name)))
                .toList();
        for (Recording one : begun) {
            assertEquals(
                    "AUD-0301",
                    assertThrows(AuditUnavailableException.class, one::await).code());
        }
        Duration waited = Duration.between(begin, Instant.now());
        assertTrue(waited.compareTo(SHORT) >= 0 && waited.compareTo(SHORT.multipliedBy(2)) < 0, waited::toString);
        assertEquals(5, recorder.status().counters().refused());
    }

    @Test
    void begun_longAgo_isKeptThoughTheTimeLimitIsOver() {
        recorder = open(SHORT, 100);
        log.goDown();
        Recording one = recorder.begin(event("one"));
        assertThrows(AuditUnavailableException.class, () -> recorder.record(event("two")));
        log.comeBack();
        recorder.close();
        assertEquals(1, one.await().sequence());
    }

    @Test
    void begun_byAnotherThread_isAnsweredSoonAfterItIsDurable() throws Exception {
        CountDownLatch gate = log.hang();
        Recording begun = recorder.begin(event("one"));
        CompletableFuture<Receipt> receipt = CompletableFuture.supplyAsync(begun::await);
        log.awaitAppend();
        Instant open = Instant.now();
        gate.countDown();
        assertEquals(1, receipt.get().sequence());
        Duration waited = Duration.between(open, Instant.now());
        assertTrue(waited.compareTo(LONG.dividedBy(2)) < 0, waited::toString);
    }

    @Test
    void begun_whileTheQueueIsFull_delaysNobodyAndGoesInWhenItIsWaitedFor() throws Exception {
        recorder = open(LONG, 1);
        CountDownLatch gate = log.hang();
        recorder.begin(event("one"));
        log.awaitAppend();
        recorder.begin(event("two"));
        Recording three = recorder.begin(event("three"));
        gate.countDown();
        assertTrue(three.sizeBytes() > 2_000, "it is held by who began it");
        assertEquals(3, three.await().sequence());
        assertEquals(List.of("one", "two", "three"), operations());
        assertEquals(1, recorder.status().counters().waited());
    }

    @Test
    void begun_afterTheEnd_isRefusedWhenItIsWaitedFor() {
        recorder.close();
        Recording late = recorder.begin(event("late"));
        assertEquals(
                "AUD-0304",
                assertThrows(AuditUnavailableException.class, late::await).code());
    }
}
