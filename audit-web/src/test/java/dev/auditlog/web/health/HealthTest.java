package dev.auditlog.web.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.record.RecorderStatus;
import dev.auditlog.record.SpoolStatus;
import dev.auditlog.store.RecorderState;
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
                spool,
                failed == null ? null : "away",
                failed);
    }

    @Test
    void health_tellsByWhetherEventsAreTakenAndWhenTheStoreFailed() {
        assertEquals(Health.UP, Health.of(figures(true, null), NOW));
        assertEquals(Health.UP, Health.of(figures(true, NOW.minusSeconds(301)), NOW));
        assertEquals(Health.DEGRADED, Health.of(figures(true, NOW.minusSeconds(10)), NOW));
        SpoolStatus active = new SpoolStatus(true, 3, 4_711, 0, 1);
        assertEquals(Health.DEGRADED, Health.of(figures(true, null, active), NOW));
        assertEquals(Health.UP, Health.of(figures(true, null, new SpoolStatus(false, 0, 0, 0, 0)), NOW));
        assertEquals(Health.DOWN, Health.of(figures(false, NOW), NOW));
    }

    @Test
    void status_ofASpool_saysWhatWaits() {
        String json = StatusJson.write(
                Health.DEGRADED, figures(true, null, new SpoolStatus(true, 3, 4_711, 2, 1)), List.of(), List.of());
        assertTrue(
                json.contains("\"spool\":{\"active\":true,\"events\":3,\"bytes\":4711,\"damaged\":2,\"setAside\":1}"),
                json);
    }

    @Test
    void health_withAConcern_isNotUp() {
        assertEquals(Health.UP, Health.UP.given(List.of()));
        assertEquals(Health.DEGRADED, Health.UP.given(List.of("AUD-0415 …")));
        assertEquals(Health.DOWN, Health.DOWN.given(List.of("AUD-0415 …")));
    }

    @Test
    void status_withAConcern_tellsItAfterASignInOnly() {
        List<String> concerns = List.of("AUD-0415 …");
        assertEquals("{\"status\":\"DEGRADED\"}", StatusJson.write(Health.DEGRADED));
        String told = StatusJson.write(Health.DEGRADED, figures(true, null), List.of(), concerns);
        assertTrue(told.startsWith("{\"status\":\"DEGRADED\",\"reasons\":[\"AUD-0415 …\"],\"recorders\":["), told);
    }

    @Test
    void status_withoutASignIn_holdsOneWord() {
        assertEquals("{\"status\":\"UP\"}", StatusJson.write(Health.UP));
    }

    @Test
    void status_withASignIn_holdsTheFigures() {
        assertEquals(
                "{\"status\":\"DEGRADED\",\"recorders\":[{\"application\":\"audit\",\"node\":\"host-1\",\"accepting\":true,"
                        + "\"written\":7,\"waited\":6,\"refused\":5,\"lost\":4,\"spooled\":3,\"repaired\":2,"
                        + "\"queued\":1,\"queuedBytes\":2048,\"batch\":1.3,\"commitP50Micros\":800,"
                        + "\"commitP99Micros\":2000,\"commitMaxMicros\":3000,\"lastError\":\"away\","
                        + "\"lastErrorAt\":\"2026-11-25T12:00:00Z\",\"life\":\"LIVE\"}]}",
                StatusJson.write(Health.DEGRADED, figures(true, NOW), List.of(), List.of()));
    }

    @Test
    void status_ofOtherRecorders_tellsWhichHaveGoneSilent_andTheOwnOnce() {
        List<RecorderState> all = List.of(
                state("audit", "host-1", NOW, null),
                state("desk", "host-1", NOW.minusSeconds(14), null),
                state("desk", "host-2", NOW.minusSeconds(16), null),
                state("desk", "host-3", NOW.minusSeconds(99), NOW.minusSeconds(99)));
        String json = StatusJson.write(Health.UP, figures(true, null), all, List.of());
        assertTrue(
                json.endsWith("\"life\":\"LIVE\"},"
                        + "{\"written\":3,\"application\":\"desk\",\"node\":\"host-1\",\"life\":\"LIVE\","
                        + "\"startedAt\":\"2026-11-25T11:00:00Z\",\"beatAt\":\"2026-11-25T11:59:46Z\"},"
                        + "{\"written\":3,\"application\":\"desk\",\"node\":\"host-2\",\"life\":\"SILENT\","
                        + "\"startedAt\":\"2026-11-25T11:00:00Z\",\"beatAt\":\"2026-11-25T11:59:44Z\"},"
                        + "{\"written\":3,\"application\":\"desk\",\"node\":\"host-3\",\"life\":\"STOPPED\","
                        + "\"startedAt\":\"2026-11-25T11:00:00Z\",\"beatAt\":\"2026-11-25T11:58:21Z\"}]}"),
                json);
    }

    private static RecorderState state(String application, String node, Instant beat, @Nullable Instant stopped) {
        return new RecorderState(application, node, NOW.minusSeconds(3_600), beat, stopped, "{\"written\":3}", NOW);
    }
}
