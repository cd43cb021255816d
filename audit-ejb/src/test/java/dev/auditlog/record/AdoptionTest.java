package dev.auditlog.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.auditlog.canonical.EventJson;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.record.RunningRelayTest.Business;
import dev.auditlog.record.RunningRelayTest.KeptEvents;
import dev.auditlog.store.EventIds;
import dev.auditlog.store.Outbox;
import dev.auditlog.store.TestDatabases;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes on one outbox: whose calls run, and whose rows nobody answers for. */
class AdoptionTest {

    private final Business business = new Business(TestDatabases.derby());
    private final KeptEvents recorder = new KeptEvents();
    private final AtomicLong nanos = new AtomicLong();
    private final AuditEvent others =
            RunningRelayTest.event().toDraft().application("desk").node("n2").toEvent();
    private boolean answers = true;
    private Chairs.Whose neighbour = Chairs.Whose.NOBODYS;
    private final RunningRelay relay = new RunningRelay(
            "desk",
            recorder,
            Outbox.open(business, false),
            this::whose,
            Duration.ofSeconds(10),
            work -> new Thread(() -> {}), // the test makes the passes
            nanos::get);

    private Chairs.Whose whose(String chain) {
        if (!answers) {
            throw new IllegalStateException("away for a test");
        }
        return chain.equals("desk@n1") ? Chairs.Whose.OURS : neighbour;
    }

    @BeforeEach
    void rowOfTheOtherNode() throws Exception {
        RunningRelayTest.createTable(business, "derby");
        insert(others, "desk@n2");
    }

    private void insert(AuditEvent event, String chain) throws Exception {
        try (Connection connection = business.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into audit_outbox"
                        + " (id, application, chain, created_us, event) values (?, 'desk', ?, 0, ?)")) {
            insert.setString(1, event.id().toString());
            insert.setString(2, chain);
            insert.setString(3, EventJson.text(event));
            insert.executeUpdate();
        }
    }

    private AuditEvent insertedBefore(Duration age, String chain) throws Exception {
        Instant time = Instant.now().minus(age).truncatedTo(ChronoUnit.MICROS);
        AuditEvent event = others.toDraft().id(EventIds.next(time)).time(time).toEvent();
        insert(event, chain);
        return event;
    }

    private List<UUID> movedNow() {
        return movedAfter(Duration.ZERO).stream().map(AuditEvent::id).toList();
    }

    @AfterEach
    void close() {
        relay.close();
    }

    private List<AuditEvent> movedAfter(Duration time) {
        nanos.addAndGet(time.toNanos());
        relay.pass();
        return recorder.events;
    }

    @Test
    void rows_ofANodeThatHasNotShownYetThatItLives_areLeftToIt() {
        recorder.away = true;
        relay.pass();
        recorder.away = false;
        assertEquals(List.of(), movedAfter(Duration.ofSeconds(1)));
        assertEquals(List.of(), movedAfter(Duration.ofSeconds(28)));
        assertEquals(1, movedAfter(Duration.ofSeconds(2)).size());
    }

    @Test
    void rows_whileTheRecorderTakesEventsElsewhere_areLeftToTheirNodeToo() {
        answers = false;
        relay.pass();
        answers = true;
        assertEquals(List.of(), movedAfter(Duration.ofSeconds(1)));
        neighbour = Chairs.Whose.ANOTHERS;
        assertEquals(List.of(), movedAfter(Duration.ofSeconds(60)));
    }

    @Test
    void rows_ofANodeThatDied_areAdoptedAtOnce() {
        assertEquals(1, movedAfter(Duration.ZERO).size());
    }

    @Test
    void freshRow_ofANodeThatStarts_isLeftToIt_asItsCallMayRun() throws Exception {
        insertedBefore(Duration.ofSeconds(20), "desk@n2");
        assertEquals(List.of(others.id()), movedNow());
    }

    @Test
    void freshRow_thatTellsHowItsCallWasAnswered_isMovedAtOnce() throws Exception {
        AuditEvent answered = RunningRelayTest.closed(
                others.toDraft().id(EventIds.next(Instant.now())).toEvent());
        insert(answered, "desk@n2");
        assertEquals(List.of(others.id(), answered.id()), movedNow());
    }

    @Test
    void row_ofANodeWithoutAChain_isAdoptedOnceItsCallIsNotLikelyToRun() throws Exception {
        AuditEvent old = insertedBefore(Duration.ofSeconds(31), "desk@n2");
        assertEquals(List.of(others.id(), old.id()), movedNow());
    }

    @Test
    void rowsInTheOwnChain_ofANamesakeThatStarts_areLeftToIt_andThoseOfThePredecessorAreMoved() throws Exception {
        AuditEvent predecessors = insertedBefore(Duration.ofSeconds(5), "desk@n1");
        insertedBefore(Duration.ZERO, "desk@n1");
        assertEquals(List.of(predecessors.id(), others.id()), movedNow());
    }

    @Test
    void rowWithAnIdThatTellsNoTime_isAdoptedAtOnce() throws Exception {
        AuditEvent strange = others.toDraft().id(UUID.randomUUID()).toEvent();
        insert(strange, "desk@n2");
        assertEquals(List.of(others.id(), strange.id()), movedNow());
    }
}
