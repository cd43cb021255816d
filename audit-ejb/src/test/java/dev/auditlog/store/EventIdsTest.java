package dev.auditlog.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventIdsTest {

    private static final Instant TIME = Instant.parse("2026-11-24T21:59:05.123456Z");

    @Test
    void id_ofATime_isAVersion7UuidOfItsMillisecond() {
        UUID id = EventIds.next(TIME);
        assertEquals(7, id.version());
        assertEquals(2, id.variant());
        assertEquals(TIME.toEpochMilli(), id.getMostSignificantBits() >>> 16);
    }

    @Test
    void ids_ofOneTime_differ() {
        Set<UUID> made = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            made.add(EventIds.next(TIME));
        }
        assertEquals(10_000, made.size());
    }

    @Test
    void ids_ofSuccessiveMicroseconds_orderAsText() {
        String before = "";
        for (int i = 0; i < 2_000; i++) {
            Instant time = TIME.plusNanos(i * 1_000L);
            String lowest = EventIds.lowest(time).toString();
            assertTrue(before.compareTo(lowest) < 0, time::toString);
            before = EventIds.next(time).toString();
            assertTrue(lowest.compareTo(before) <= 0, time::toString);
        }
    }

    @Test
    void times_outsideOfTheRange_areHeldAtItsEnds() {
        assertEquals(
                "00000000-0000-7000-8000-000000000000",
                EventIds.lowest(Instant.ofEpochSecond(-5)).toString());
        assertTrue(EventIds.lowest(Instant.parse("+12000-01-01T00:00:00Z"))
                .toString()
                .startsWith("ffffffff-ffff-7"));
    }

    @Test
    void time_inAnId_canBeReadAgain_andOthersTellNone() {
        assertEquals(TIME.truncatedTo(ChronoUnit.MILLIS), EventIds.timeOf(EventIds.next(TIME)));
        assertEquals(Instant.EPOCH, EventIds.timeOf(UUID.fromString("6ba7b810-9dad-41d1-80b4-00c04fd430c8")));
    }
}
