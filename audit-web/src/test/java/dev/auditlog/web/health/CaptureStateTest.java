package dev.auditlog.web.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.web.health.CaptureState.Figures;
import dev.auditlog.web.health.CaptureState.Who;
import dev.auditlog.web.health.RecorderMark.Kind;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CaptureStateTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final String WELL = "\"life\":\"LIVE\",\"accepting\":true";
    private static final String SILENT = "\"life\":\"SILENT\",\"beatAt\":";

    private static CaptureState state(boolean complete, List<String> reasons, String... recorders) {
        List<JsonObject> all = Stream.of(recorders)
                .map(more -> "{\"application\":\"desk\",\"node\":\"n" + Math.floorMod(more.hashCode(), 1_000) + "\","
                        + more + "}")
                .map(json -> Json.createReader(new StringReader(json)).readObject())
                .toList();
        return CaptureState.of(new Report(Health.UP, reasons, all, complete, NOW));
    }

    private static CaptureState state(String... recorders) {
        return state(true, List.of(), recorders);
    }

    @Test
    void all_well_isLive_withTheSumsOfThoseThatLive() {
        CaptureState state = state(
                WELL + ",\"perMinute\":200,\"queued\":3,\"lost\":1,\"spool\":{\"events\":9}",
                WELL + ",\"perMinute\":14,\"queued\":4,\"lost\":2",
                "\"life\":\"STOPPED\",\"perMinute\":1000,\"queued\":5",
                SILENT + "\"2026-11-20T12:00:00Z\",\"perMinute\":1000,\"lost\":5");
        assertEquals(Kind.LIVE, state.kind());
        assertEquals(List.of(), state.who());
        assertEquals(new Figures(2, 214, 7, 3, 9), state.figures());
        assertTrue(state.complete());
        assertFalse(state.isAlarming());
    }

    @Test
    void worst_refusesBeforeItLoses_losesBeforeItIsSilent_isSilentBeforeItIsDegraded() {
        String refuses = "\"life\":\"LIVE\",\"accepting\":false,\"lastError\":\"away\"";
        String loses = WELL + ",\"lostAt\":\"2026-11-25T11:59:00Z\"";
        String silent = SILENT + "\"2026-11-25T11:30:00Z\"";
        String weak = WELL + ",\"concerns\":[\"AUD-0412\"]";
        assertEquals(Kind.REFUSING, state(weak, silent, loses, refuses, WELL).kind());
        assertEquals(Kind.LOSING, state(weak, silent, loses, WELL).kind());
        assertEquals(Kind.SILENT, state(weak, silent, WELL).kind());
        assertEquals(Kind.DEGRADED, state(weak, WELL).kind());
        assertEquals(
                List.of("away"),
                state(weak, refuses).who().stream().map(Who::error).toList());
        assertTrue(state(refuses).isAlarming());
        assertTrue(state(loses).isAlarming());
        assertFalse(state(silent).isAlarming());
    }

    @Test
    void application_thatIsSwitchedOff_isWorseThanAll_andCountsNothing() {
        String off = SILENT + "\"2026-11-25T11:56:00Z\",\"enabled\":false,\"lost\":7";
        CaptureState state = state(WELL, off, "\"life\":\"LIVE\",\"accepting\":false");
        assertEquals(Kind.OFF, state.kind());
        assertTrue(state.isAlarming());
        assertEquals(1, state.who().size());
        assertEquals(2, state.figures().recorders());
        assertEquals(0, state.figures().lost());
    }

    @Test
    void silence_ofLongAgo_isNoNews() {
        assertEquals(
                Kind.SILENT, state(WELL, SILENT + "\"2026-11-25T11:00:01Z\"").kind());
        assertEquals(Kind.LIVE, state(WELL, SILENT + "\"2026-11-25T11:00:00Z\"").kind());
        CaptureState both = state(SILENT + "\"2026-11-25T11:00:00Z\"", SILENT + "\"2026-11-25T11:59:00Z\"");
        assertEquals(1, both.who().size());
    }

    @Test
    void concerns_ofTheDatabaseItself_degrade_thoughNoRecorderIsToBlame() {
        CaptureState state = state(true, List.of("AUD-0412 fsync"), WELL);
        assertEquals(Kind.DEGRADED, state.kind());
        assertEquals(List.of(), state.who());
    }

    @Test
    void database_thatDoesNotTell_leavesTheStateIncomplete() {
        assertFalse(state(false, List.of(), WELL).complete());
    }
}
