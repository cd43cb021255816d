package dev.auditlog.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.auditlog.event.AuditEvent;
import dev.auditlog.store.EventRow;
import dev.auditlog.store.EventRows;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClockWatchTest {

    private static final Instant NOON = Instant.parse("2026-06-30T12:00:00Z");
    private static final long SECOND = 1_000_000_000L;

    private final ClockWatch watch = new ClockWatch("process");

    @Test
    void clock_thatGoesWithTheProcess_isNothingToTellOf() {
        for (int i = 0; i < 100; i++) {
            watch.saw(NOON.plusSeconds(5L * i), 5 * SECOND * i, 5 * SECOND * i + 1_000);
        }
        assertNull(watch.tell(NOON));
    }

    @Test
    void clock_setBackOneHour_isTold() {
        watch.saw(NOON, 0, 0);
        watch.saw(NOON.plusSeconds(5).minusSeconds(3_600), 5 * SECOND, 5 * SECOND);
        requireTold("2026-06-30T12:00:05Z", "2026-06-30T11:00:05Z", "PT-1H");
        assertNull(watch.tell(NOON), "told once");
    }

    @Test
    void clock_setForwardOneDay_isTold() {
        watch.saw(NOON, 0, 0);
        watch.saw(NOON.plusSeconds(5).plusSeconds(86_400), 5 * SECOND, 5 * SECOND);
        requireTold("2026-06-30T12:00:05Z", "2026-07-01T12:00:05Z", "PT24H");
    }

    @Test
    void clock_setTwiceBeforeItIsTold_isToldAsOneJump() {
        watch.saw(NOON, 0, 0);
        watch.saw(NOON.plusSeconds(5).minusSeconds(3_600), 5 * SECOND, 5 * SECOND);
        watch.saw(NOON.plusSeconds(6).plusSeconds(86_400), 6 * SECOND, 6 * SECOND);
        requireTold("2026-06-30T12:00:06Z", "2026-07-01T12:00:06Z", "PT24H");
    }

    @Test
    void clock_changedByALeapSecondOrSlewed_isNothingToTellOf() {
        watch.saw(NOON, 0, 0);
        watch.saw(NOON.plusSeconds(9), 10 * SECOND, 10 * SECOND);
        watch.saw(NOON.plusSeconds(21), 20 * SECOND, 20 * SECOND);
        watch.saw(NOON.plusSeconds(32).plusMillis(999), 30 * SECOND, 30 * SECOND);
        assertNull(watch.tell(NOON));
        watch.saw(NOON.plusSeconds(44).plusMillis(999), 40 * SECOND, 40 * SECOND);
        assertNull(watch.tell(NOON), "two seconds and no more");
        watch.saw(NOON.plusSeconds(57), 50 * SECOND, 50 * SECOND);
        assertNotNull(watch.tell(NOON));
    }

    @Test
    void clock_thatIsAskedSlowly_isNotSuspectedOfTheTimeThatTheQuestionTook() {
        watch.saw(NOON, 0, 10 * SECOND); // it said so in the first of these seconds, or in the last
        watch.saw(NOON.plusSeconds(1), 11 * SECOND, 30 * SECOND);
        watch.saw(NOON.plusSeconds(20), 31 * SECOND, 32 * SECOND);
        assertNull(watch.tell(NOON));
    }

    private void requireTold(String from, String to, String difference) {
        EventRow row = watch.tell(NOON);
        assertNotNull(row);
        AuditEvent event = EventRows.toEvent(row);
        assertEquals("audit.clock-jumped", event.operation());
        assertEquals(NOON, event.time());
        assertEquals(Map.of("clock", "process", "from", from, "to", to, "difference", difference), event.attributes());
        assertEquals(Duration.parse(difference), Duration.between(Instant.parse(from), Instant.parse(to)));
    }
}
