package dev.auditlog.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.TransactionOutcome;
import dev.auditlog.record.RunningRelayTest.Business;
import dev.auditlog.record.RunningRelayTest.KeptEvents;
import dev.auditlog.store.EventIds;
import dev.auditlog.store.Outbox;
import dev.auditlog.store.TestDatabases;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A transaction that nobody ends holds a row of the outbox: in PostgreSQL one of a client that is gone, in Derby any. */
class HeldRowsTest {

    private final KeptEvents recorder = new KeptEvents();
    private final AtomicLong nanos = new AtomicLong();
    private Business business;
    private RunningRelay relay;

    private void open(Business where, String folder) throws Exception {
        business = where;
        relay = new RunningRelay(
                "desk",
                recorder,
                Outbox.open(where, true),
                chain -> Chairs.Whose.OURS,
                Duration.ofSeconds(10),
                work -> new Thread(() -> {}), // the test makes the passes
                nanos::get);
        relay.needed();
        RunningRelayTest.createTable(where, folder);
    }

    @AfterEach
    void close() {
        relay.close();
    }

    private void later(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private AuditEvent staged() throws SQLException {
        AuditEvent event = RunningRelayTest.event();
        business.begin();
        relay.stage(event.id(), event);
        relay.committing(event.id());
        return event;
    }

    private AuditEvent left() throws SQLException {
        AuditEvent event = staged();
        business.commit();
        recorder.away = true;
        relay.record(RunningRelayTest.closed(event));
        recorder.away = false;
        return event;
    }

    private List<UUID> recorded() {
        return recorder.events.stream().map(AuditEvent::id).toList();
    }

    @Test
    void doubt_whoseRowIsHeld_holdsNobodyUp_andIsDecidedAfterItsEnd() throws Exception {
        open(new Business(TestDatabases.postgresql()), "postgresql");
        AuditEvent doubtful = staged();
        Business.Open abandoned = business.leave();
        relay.leaveInDoubt(RunningRelayTest.closed(doubtful), false);
        AuditEvent left = left();
        AuditEvent other = staged();
        business.commit();
        relay.leaveInDoubt(RunningRelayTest.closed(other), false);
        relay.pass();
        assertNull(relay.fault());
        assertTrue(recorded().containsAll(List.of(left.id(), other.id())), recorded()::toString);
        assertEquals(2, recorder.events.size());
        assertEquals(new RelayStatus.Rows(1, 0, 2, 0), relay.status().rows());
        assertTrue(
                relay.status().lastError().startsWith("AUD-0353 "),
                relay.status().lastError());
        abandoned.commit();
        relay.pass();
        assertEquals(2, recorder.events.size(), "its pause is not over");
        later(Duration.ofSeconds(1));
        relay.pass();
        assertEquals(201, recorder.byId(doubtful.id()).status());
        assertEquals(TransactionOutcome.COMMITTED, recorder.byId(doubtful.id()).transaction());
        assertEquals(new RelayStatus.Rows(0, 0, 3, 0), relay.status().rows());
    }

    @Test
    void doubts_whoseRowsAreAllHeld_leaveTheRelayTimeForTheOthers() throws Exception {
        open(new Business(TestDatabases.postgresql()), "postgresql");
        List<Business.Open> abandoned = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            AuditEvent doubtful = staged();
            abandoned.add(business.leave());
            relay.leaveInDoubt(RunningRelayTest.closed(doubtful), false);
        }
        AuditEvent left = left();
        LogLines lines = new LogLines(HeldRows.class);
        relay.pass();
        lines.close();
        assertTrue(lines.codes().contains("AUD-0353"));
        assertTrue(lines.codes().size() < 6, lines.codes()::toString);
        assertEquals(List.of(left.id()), recorded());
        for (Business.Open one : abandoned) {
            one.rollback();
        }
        later(Duration.ofMinutes(5));
        relay.pass();
        assertEquals(0, relay.status().rows().open());
        assertNull(relay.fault());
    }

    @Test
    void doubt_rolledBackWhoseEventTheStoreRefuses_isGivenUp() throws Exception {
        open(new Business(TestDatabases.derby()), "derby");
        AuditEvent doubtful = staged();
        business.rollback();
        recorder.disliked.add(doubtful.id());
        relay.leaveInDoubt(RunningRelayTest.closed(doubtful), true);
        relay.pass();
        assertNull(relay.fault());
        assertEquals(0, relay.status().rows().open());
    }

    @Test
    void forgottenCall_whoseTransactionIsOpen_isNotWaitedFor() throws Exception {
        open(new Business(TestDatabases.derby()), "derby");
        AuditEvent running = RunningRelayTest.event();
        business.begin();
        relay.stage(running.id(), running);
        Business.Open open = business.leave();
        AuditEvent left = left();
        later(RelayWork.FORGOTTEN.plusSeconds(1));
        long began = System.nanoTime();
        relay.pass();
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        assertEquals(List.of(left.id()), recorded());
        assertTrue(took.toSeconds() < 20, took::toString); // Derby waits for a minute
        assertNull(relay.fault());
        relay.committing(running.id());
        open.commit();
        relay.pass();
        assertEquals(List.of(left.id(), running.id()), recorded());
    }

    @Test
    void forgottenCall_withTwoTransactions_isMovedByTheRowThatWasCommitted() throws Exception {
        open(new Business(TestDatabases.postgresql()), "postgresql");
        AuditEvent event = RunningRelayTest.event();
        business.begin();
        relay.stage(event.id(), event);
        Business.Open outer = business.leave();
        UUID inner = EventIds.next(Instant.now());
        business.begin();
        relay.stage(inner, event);
        relay.committing(event.id());
        business.commit();
        later(RelayWork.FORGOTTEN.plusSeconds(1));
        relay.pass();
        assertEquals(List.of(event.id()), recorded());
        assertEquals(1, relay.status().rows().open(), "the outer one is the call's still");
        outer.commit();
        relay.record(RunningRelayTest.closed(event));
        relay.pass();
        assertEquals(1, recorder.events.size());
        assertEquals(0, relay.status().rows().open());
    }
}
