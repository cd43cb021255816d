package dev.auditlog.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.auditlog.canonical.EventJson;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.record.RunningRelayTest.Business;
import dev.auditlog.record.RunningRelayTest.KeptEvents;
import dev.auditlog.store.Outbox;
import dev.auditlog.store.TestDatabases;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes on one outbox, after an outage of the audit database that was longer than any lease. */
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
        try (Connection connection = business.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into audit_outbox"
                        + " (id, application, chain, created_us, event) values (?, 'desk', 'desk@n2', 0, ?)")) {
            insert.setString(1, others.id().toString());
            insert.setString(2, EventJson.text(others));
            insert.executeUpdate();
        }
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
}
