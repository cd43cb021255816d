package dev.auditlog.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Outcome;
import dev.auditlog.record.RunningRelayTest.Business;
import dev.auditlog.record.RunningRelayTest.KeptEvents;
import dev.auditlog.store.Outbox;
import dev.auditlog.store.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** ATOMIC calls that are answered while the recorder takes no events, in a process that ends before it does. */
@Timeout(60)
class LeftEventsTest {

    /** The test makes the passes. */
    private static final ThreadFactory NONE = work -> new Thread() {
        @Override
        public void start() {}
    };

    private final Business business = new Business(TestDatabases.derby());
    private final KeptEvents recorder = new KeptEvents();
    private RunningRelay relay = open(NONE);

    private RunningRelay open(ThreadFactory threads) {
        return new RunningRelay(
                "desk",
                recorder,
                Outbox.open(business, false),
                chain -> Chairs.Whose.OURS,
                Duration.ofSeconds(10),
                threads);
    }

    @BeforeEach
    void storeIsAway() throws Exception {
        RunningRelayTest.createTable(business, "derby");
        recorder.away = true;
    }

    @AfterEach
    void close() {
        relay.close();
    }

    /** A call does its work, and its client gets 201. */
    private AuditEvent answered() throws SQLException {
        AuditEvent event = RunningRelayTest.event();
        business.begin();
        relay.stage(event.id(), event);
        relay.committing(event.id());
        business.commit();
        AuditEvent closed = RunningRelayTest.closed(event);
        relay.record(closed);
        return closed;
    }

    /** The process ends, the store comes back, and the next process moves what it finds. */
    private List<AuditEvent> movedByTheNext() {
        relay = open(NONE);
        recorder.away = false;
        relay.pass();
        return recorder.events;
    }

    private int rows() throws SQLException {
        return texts().size();
    }

    private long rowsThatTell() throws SQLException {
        return texts().stream().filter(text -> text.contains("SUCCESS")).count();
    }

    private List<String> texts() throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = business.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select event from audit_outbox")) {
            while (found.next()) {
                texts.add(found.getString(1));
            }
        }
        return texts;
    }

    private void awaitWorking() throws InterruptedException {
        while (!relay.isIndependent()) {
            Thread.sleep(10);
        }
    }

    @Test
    void answer_isInTheRow_whenTheCallReturns() throws Exception {
        relay = open(Thread::new);
        relay.start();
        awaitWorking();
        for (int i = 1; i <= 20; i++) { // a pass is made each second
            answered();
            assertEquals(i, rowsThatTell());
        }
    }

    @Test
    void outboxThatHangs_isNotWaitedForLong() throws Exception {
        relay = open(Thread::new);
        relay.start();
        awaitWorking();
        AuditEvent event = RunningRelayTest.event();
        business.begin();
        relay.stage(event.id(), event);
        relay.committing(event.id());
        business.commit();
        Business.Open holder = heldByAnother();
        try {
            long start = System.nanoTime();
            relay.record(RunningRelayTest.closed(event));
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            assertTrue(took.compareTo(Duration.ofSeconds(5)) < 0, () -> "took " + took);
        } finally {
            holder.rollback();
        }
        relay.close();
        assertEquals(1, rowsThatTell());
    }

    private Business.Open heldByAnother() throws SQLException {
        business.begin();
        try (Connection connection = business.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update audit_outbox set event = event");
        }
        return business.leave();
    }

    @Test
    void crash_soonAfterTheAnswer_isNoReasonToForgetIt() throws SQLException {
        AuditEvent event = answered();
        relay.pass(); // each second
        assertEquals(List.of(event), movedByTheNext());
        assertEquals(0, rows());
    }

    @Test
    void crash_beforeTheRowTells_leavesTheCallAsItWasStaged() throws SQLException {
        answered();
        assertEquals(Outcome.UNKNOWN, movedByTheNext().get(0).outcome());
    }

    @Test
    void orderlyEnd_keepsWhatWasAnswered() throws SQLException {
        relay = open(Thread::new);
        AuditEvent event = answered();
        relay.close();
        assertEquals(List.of(event), movedByTheNext());
    }

    @Test
    void rowThatTells_isMovedOnceByTheSameProcessToo() throws SQLException {
        AuditEvent event = answered();
        relay.pass();
        recorder.away = false;
        relay.pass();
        assertEquals(List.of(event), recorder.events);
        assertEquals(0, rows());
        assertEquals(0, relay.status().rows().open());
    }

    @Test
    void manyCalls_inALongOutage_areAllToldAsTheyWereAnswered() throws SQLException {
        int calls = LeftEvents.AT_MOST + 300;
        for (int i = 1; i <= calls; i++) {
            answered();
            if (i % 250 == 0) {
                relay.pass();
            }
        }
        relay.pass();
        assertEquals(0, relay.status().rows().open(), "their rows remember them");
        recorder.away = false;
        relay.pass();
        List<AuditEvent> moved = recorder.events;
        assertEquals(calls, moved.size());
        assertTrue(moved.stream().allMatch(event -> event.status() == 201));
        assertEquals(0, rows());
    }

    @Test
    void manyCalls_whileTheOutboxIsAwayToo_takeBoundedMemory() throws SQLException {
        relay.pass();
        for (int i = 0; i < LeftEvents.AT_MOST + 5; i++) {
            answered();
            if (i == 500) {
                business.away = true;
                relay.pass();
                business.away = false;
            }
        }
        assertEquals(LeftEvents.AT_MOST, relay.status().rows().open());
    }

    @Test
    void rowsThatWait_shareCommits() throws SQLException {
        for (int i = 0; i < 20; i++) {
            answered();
        }
        assertEquals(20, movedByTheNext().size());
        assertEquals(20, recorder.mostBegun);
    }
}
