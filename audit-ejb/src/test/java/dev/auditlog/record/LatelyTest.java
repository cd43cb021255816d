package dev.auditlog.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LatelyTest {

    private static final Instant START = Instant.parse("2026-11-25T12:00:00Z");

    private Instant now = START;
    private final Lately lately = new Lately(() -> now);

    private void at(int seconds) {
        now = START.plusSeconds(seconds);
    }

    @Test
    void read_beforeAnything_isNone() {
        assertEquals(RecorderStatus.Recent.NONE, lately.read());
    }

    @Test
    void written_countsForAMinute_andTheLastMomentStays() {
        lately.written(3);
        lately.written(4);
        at(30);
        lately.written(10);
        assertEquals(new RecorderStatus.Recent(17, now, null, null), lately.read());
        at(59);
        assertEquals(17, lately.read().perMinute());
        at(60);
        assertEquals(10, lately.read().perMinute());
        lately.written(1); // in the place of the first second
        assertEquals(11, lately.read().perMinute());
        at(1_000);
        assertEquals(new RecorderStatus.Recent(0, START.plusSeconds(60), null, null), lately.read());
    }

    @Test
    void refusedAndLost_areRememberedByTheirLastMoment() {
        lately.refused();
        at(7);
        lately.lost();
        at(9);
        lately.lost();
        assertEquals(new RecorderStatus.Recent(0, null, START, START.plusSeconds(9)), lately.read());
    }

    @Test
    void clock_thatIsSetBack_countsNothingFromTheFuture() {
        at(600);
        lately.written(5);
        at(0);
        assertEquals(0, lately.read().perMinute());
        lately.written(2);
        assertEquals(2, lately.read().perMinute());
    }
}
