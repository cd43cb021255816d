package dev.auditlog.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OutboxEntryTest {

    @Test
    void pause_growsWithEachTryInVain_toFiveMinutes() {
        OutboxEntry entry = new OutboxEntry(UUID.randomUUID(), 0);
        List<Long> seconds = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            entry.triedInVain(0);
            long pause = 1;
            while (!entry.isDue(Duration.ofSeconds(pause).toNanos())) {
                pause++;
            }
            seconds.add(pause);
        }
        assertEquals(List.of(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L), seconds.subList(0, 10));
        assertEquals(300L, seconds.get(39));
    }
}
