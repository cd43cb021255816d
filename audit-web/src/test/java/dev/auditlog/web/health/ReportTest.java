package dev.auditlog.web.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.record.RecorderStatus;
import dev.auditlog.record.RelayStatus;
import dev.auditlog.record.SpoolStatus;
import dev.auditlog.store.RecorderState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private static RecorderStatus own(
            boolean accepting,
            @Nullable SpoolStatus spool,
            @Nullable Instant failed,
            @Nullable RelayStatus outbox,
            List<String> concerns) {
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
                outbox,
                RecorderStatus.About.UNKNOWN,
                concerns);
    }

    private static RecorderStatus well() {
        return own(true, null, null, null, List.of());
    }

    private static RecorderState state(
            String application, String node, Instant beat, @Nullable Instant stopped, String figures) {
        return new RecorderState(application, node, NOW.minusSeconds(3_600), beat, stopped, figures, NOW);
    }

    private static Report report(RecorderStatus own, RecorderState... all) {
        return Report.of(own, Optional.of(List.of(all)), List.of(), NOW);
    }

    @Test
    void status_withoutASignIn_holdsOneWord() {
        assertEquals("{\"status\":\"UP\"}", StatusJson.write(Health.UP));
        assertEquals("{\"status\":\"DEGRADED\"}", StatusJson.write(Health.DEGRADED));
    }

    @Test
    void status_withASignIn_holdsTheFigures() {
        assertEquals(
                "{\"status\":\"DEGRADED\",\"reasons\":[\"AUD-0863 The audit database of audit@host-1 failed last at"
                        + " 2026-11-25T12:00:00Z: away. Events are recorded; this is told for 5 min.\"],"
                        + "\"recorders\":[{\"application\":\"audit\",\"node\":\"host-1\",\"accepting\":true,"
                        + "\"written\":7,\"waited\":6,\"refused\":5,\"lost\":4,\"spooled\":3,\"repaired\":2,"
                        + "\"queued\":1,\"queuedBytes\":2048,\"batch\":1.3,\"commitP50Micros\":800,"
                        + "\"commitP99Micros\":2000,\"commitMaxMicros\":3000,\"perMinute\":0,\"lastError\":\"away\","
                        + "\"lastErrorAt\":\"2026-11-25T12:00:00Z\",\"chain\":\"audit@host-1\",\"life\":\"LIVE\"}]}",
                StatusJson.write(report(own(true, null, NOW, null, List.of()))));
    }

    @Test
    void status_ofASpool_saysWhatWaits() {
        String json = StatusJson.write(
                report(own(true, new SpoolStatus(true, 3, 4_711, NOW.minusSeconds(90), 2, 1), null, null, List.of())));
        assertTrue(json.startsWith("{\"status\":\"DEGRADED\""), json);
        assertTrue(
                json.contains(
                        "\"spool\":{\"active\":true,\"events\":3,\"bytes\":4711,\"damaged\":2,\"setAside\":1,\"oldestAt\":\"2026-11-25T11:58:30Z\"}"),
                json);
    }

    @Test
    void status_ofTheRelay_saysWhatWaits_whatWasMovedLast_andWhatFailed() {
        RelayStatus relay = new RelayStatus(
                true,
                new RelayStatus.Rows(1, 12, 4, 2),
                NOW.minusSeconds(60),
                null,
                "AUD-0435 away",
                NOW.minusSeconds(90));
        String json = StatusJson.write(report(own(true, null, null, relay, List.of())));
        assertTrue(json.startsWith("{\"status\":\"UP\""), json);
        assertTrue(
                json.contains("\"outbox\":{\"open\":1,\"waiting\":12,\"moved\":4,\"aside\":2,"
                        + "\"movedAt\":\"2026-11-25T11:59:00Z\",\"lastError\":\"AUD-0435 away\","
                        + "\"lastErrorAt\":\"2026-11-25T11:58:30Z\"}"),
                json);
    }

    @Test
    void status_withAConcernOfTheDatabase_isDegraded_andTellsWhatMendsIt() {
        Report report = Report.of(well(), Optional.of(List.of()), List.of("AUD-0412 … Mend it: alter system …"), NOW);
        String json = StatusJson.write(report);
        assertTrue(
                json.startsWith("{\"status\":\"DEGRADED\",\"reasons\":[\"AUD-0412 … Mend it: alter system …\"],"
                        + "\"recorders\":["),
                json);
        assertEquals(
                Health.DOWN,
                Report.of(own(false, null, NOW, null, List.of()), Optional.empty(), List.of("AUD-0412 …"), NOW)
                        .health());
    }

    @Test
    void concernsOfApplicationsThatLive_degradeTheWhole_eachOnce_andOfThoseThatAreGoneNot() {
        String rights = "{\"concerns\":[\"AUD-0416 rights\"]}";
        String fault = "{\"concerns\":[],\"outbox\":{\"fault\":\"AUD-0431 no table\"}}";
        Report report = report(
                own(true, null, null, null, List.of("AUD-0412 fsync")),
                state("desk", "host-1", NOW, null, rights),
                state("desk", "host-2", NOW, null, rights),
                state("shop", "host-1", NOW, null, fault),
                state("old", "host-1", NOW.minusSeconds(99), null, "{\"concerns\":[\"AUD-0420 memory\"]}"));
        assertEquals(List.of("AUD-0412 fsync", "AUD-0416 rights", "AUD-0431 no table"), report.reasons());
        assertEquals(Health.DEGRADED, report.health());
    }

    @Test
    void anotherRecorder_thatRefuses_orWhoseStoreFailedOfLate_degradesTheWhole_andIsNamed() {
        Report report = report(
                well(),
                state("desk", "host-1", NOW, null, "{\"accepting\":false,\"lastError\":\"SQLSTATE 42501\"}"),
                state("shop", "host-1", NOW, null, failedAt(NOW.minusSeconds(299))),
                state("mail", "host-1", NOW, null, failedAt(NOW.minusSeconds(301))),
                state("pay", "host-1", NOW, null, "{\"spool\":{\"active\":true}}"),
                state("old", "host-1", NOW.minusSeconds(99), null, "{\"accepting\":false}"));
        assertEquals(Health.DEGRADED, report.health());
        assertEquals(
                List.of(
                        "AUD-0862 desk@host-1 refuses calls that must leave an event, since its audit database takes none:"
                                + " SQLSTATE 42501. Check that database and the log of its server.",
                        "AUD-0863 The audit database of shop@host-1 failed last at 2026-11-25T11:55:01Z: away."
                                + " Events are recorded; this is told for 5 min.",
                        "AUD-0864 Events of pay@host-1 go to its spool, since its audit database takes none."
                                + " They are moved when that is back; check it."),
                report.reasons());
    }

    private static String failedAt(Instant time) {
        return "{\"accepting\":true,\"lastError\":\"away\",\"lastErrorAt\":\"" + time + "\"}";
    }

    @Test
    void figures_ofAnotherVersion_areNotTakenForMore() {
        Report report = report(
                well(),
                state("a", "1", NOW, null, "{\"concerns\":7,\"outbox\":\"x\"}"),
                state("b", "1", NOW, null, "no JSON"),
                state("c", "1", NOW, null, "{\"concerns\":[1,null]}"));
        assertEquals(List.of(), report.reasons());
        assertEquals(4, report.recorders().size());
        assertEquals("b@1", report.recorders().get(2).getString("chain"));
    }

    @Test
    void database_thatDoesNotTell_isSaid() {
        Report report = Report.of(well(), Optional.empty(), List.of(), NOW);
        assertTrue(StatusJson.write(report).endsWith("],\"complete\":false}"), StatusJson.write(report));
    }

    @Test
    void status_ofOtherRecorders_tellsWhichHaveGoneSilent_andTheOwnOnce() {
        String json = StatusJson.write(report(
                well(),
                state("audit", "host-1", NOW, null, "{\"written\":3}"),
                state("desk", "host-1", NOW.minusSeconds(14), null, "{\"written\":3}"),
                state("desk", "host-2", NOW.minusSeconds(16), null, "{\"written\":3}"),
                state("desk", "host-3", NOW.minusSeconds(99), NOW.minusSeconds(99), "{\"written\":3}")));
        assertTrue(
                json.endsWith("\"chain\":\"audit@host-1\",\"life\":\"LIVE\","
                        + "\"startedAt\":\"2026-11-25T11:00:00Z\",\"beatAt\":\"2026-11-25T12:00:00Z\"},"
                        + other("host-1", "LIVE", "2026-11-25T11:59:46Z") + ","
                        + other("host-2", "SILENT", "2026-11-25T11:59:44Z") + ","
                        + other("host-3", "STOPPED", "2026-11-25T11:58:21Z") + "]}"),
                json);
    }

    private static String other(String node, String life, String beat) {
        return "{\"written\":3,\"application\":\"desk\",\"node\":\"" + node + "\",\"chain\":\"desk@" + node
                + "\",\"life\":\"" + life + "\",\"startedAt\":\"2026-11-25T11:00:00Z\",\"beatAt\":\"" + beat + "\"}";
    }
}
