package dev.auditlog.web.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.auditlog.record.RecorderStatus;
import dev.auditlog.record.SpoolStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HealthTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private static RecorderStatus figures(boolean accepting, @Nullable Instant failed) {
        return figures(accepting, failed, null);
    }

    private static RecorderStatus figures(boolean accepting, @Nullable Instant failed, @Nullable SpoolStatus spool) {
        return new RecorderStatus(
                "audit",
                "host-1",
                accepting,
                new RecorderStatus.Counters(7, 6, 5, 4, 3, 2),
                new RecorderStatus.Queue(1, 2_048),
                new RecorderStatus.Commits(1.25, 800, 2_000, 3_000),
                RecorderStatus.Recent.NONE,
                spool,
                failed == null ? null : "away",
                failed,
                null,
                RecorderStatus.About.UNKNOWN,
                List.of());
    }

    @Test
    void health_tellsByWhetherEventsAreTakenAndWhenTheStoreFailed() {
        assertEquals(Health.UP, Health.of(figures(true, null), NOW));
        assertEquals(Health.UP, Health.of(figures(true, NOW.minusSeconds(301)), NOW));
        assertEquals(Health.DEGRADED, Health.of(figures(true, NOW.minusSeconds(10)), NOW));
        SpoolStatus active = new SpoolStatus(true, 3, 4_711, null, 0, 1);
        assertEquals(Health.DEGRADED, Health.of(figures(true, null, active), NOW));
        assertEquals(Health.UP, Health.of(figures(true, null, new SpoolStatus(false, 0, 0, null, 0, 0)), NOW));
        assertEquals(Health.DOWN, Health.of(figures(false, NOW), NOW));
    }

    @Test
    void health_withAConcern_isNotUp() {
        assertEquals(Health.UP, Health.UP.given(List.of()));
        assertEquals(Health.DEGRADED, Health.UP.given(List.of("AUD-0415 …")));
        assertEquals(Health.DOWN, Health.DOWN.given(List.of("AUD-0415 …")));
    }
}
