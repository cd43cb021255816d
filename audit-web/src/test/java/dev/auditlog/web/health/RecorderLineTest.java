package dev.auditlog.web.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.auditlog.web.text.Texts;
import dev.auditlog.web.text.Words;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecorderLineTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private static RecorderLine line(String more, Locale locale) {
        String json = "{\"application\":\"desk\",\"node\":\"host-1\",\"chain\":\"desk@host-1\"," + more + "}";
        JsonObject recorder = Json.createReader(new StringReader(json)).readObject();
        return RecorderLine.of(recorder, NOW, new Words(new Texts(locale), ZoneOffset.UTC, NOW));
    }

    private static RecorderLine line(String more) {
        return line(more, Locale.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"life\":\"LIVE\",\"accepting\":true | LIVE | ● | Live",
                "\"life\":\"LIVE\" | LIVE | ● | Live",
                "\"life\":\"LIVE\",\"accepting\":false | REFUSING | ⊘ | Refuses",
                "\"life\":\"SILENT\",\"enabled\":false,\"beatAt\":\"2026-11-25T11:45:01Z\" | OFF | ○ | Off",
                "\"life\":\"SILENT\",\"enabled\":false,\"beatAt\":\"2026-11-25T11:45:00Z\" | SILENT | ▲ | Silent",
                "\"life\":\"STOPPED\",\"enabled\":false,\"beatAt\":\"2026-11-25T11:59:00Z\" | STOPPED | ■ | Stopped",
                "\"life\":\"LIVE\",\"lostAt\":\"2026-11-25T11:55:01Z\" | LOSING | ✕ | Loses",
                "\"life\":\"LIVE\",\"lostAt\":\"2026-11-25T11:55:00Z\",\"lost\":7 | LIVE | ● | Live",
                "\"life\":\"LIVE\",\"refusedAt\":\"2026-11-25T11:59:00Z\" | DEGRADED | ! | Degraded",
                "\"life\":\"LIVE\",\"lastErrorAt\":\"2026-11-25T11:59:00Z\" | DEGRADED | ! | Degraded",
                "\"life\":\"LIVE\",\"lastErrorAt\":\"2026-11-25T11:00:00Z\" | LIVE | ● | Live",
                "\"life\":\"LIVE\",\"concerns\":[\"AUD-0412\"] | DEGRADED | ! | Degraded",
                "\"life\":\"LIVE\",\"outbox\":{\"fault\":\"AUD-0431\"} | DEGRADED | ! | Degraded",
                "\"life\":\"LIVE\",\"spool\":{\"active\":true} | DEGRADED | ! | Degraded",
                "\"life\":\"LIVE\",\"spool\":{\"active\":false} | LIVE | ● | Live",
                "\"life\":\"SILENT\",\"accepting\":false | SILENT | ▲ | Silent",
                "\"life\":\"STOPPED\",\"concerns\":[\"AUD-0412\"] | STOPPED | ■ | Stopped"
            })
    void mark_hasASignAndAWordOfItsOwn(String json, RecorderMark.Kind kind, String sign, String word) {
        RecorderMark mark = line(json).mark();
        assertEquals(kind, mark.kind());
        assertEquals(sign, mark.sign());
        assertEquals(word, mark.word());
    }

    @Test
    void since_isTheStartOfOneThatLives_andTheLastBeatOfOneThatDoesNot() {
        String times = ",\"startedAt\":\"2026-11-25T10:00:00Z\",\"beatAt\":\"2026-11-25T11:55:00Z\"";
        assertEquals("10:00:00", line("\"life\":\"LIVE\"" + times).since().time());
        RecorderLine silent = line("\"life\":\"SILENT\"" + times);
        assertEquals("11:55:00", silent.since().time());
        assertEquals("5 min ago", silent.beatAgo());
        assertEquals(
                "vor 5 min", line("\"life\":\"SILENT\"" + times, Locale.GERMAN).beatAgo());
    }

    @Test
    void times_thatAreMissingOrUnreadable_areLeftOut() {
        RecorderLine line = line("\"life\":\"LIVE\",\"startedAt\":\"yesterday\"");
        assertNull(line.since());
        assertNull(line.beat());
        assertEquals("", line.beatAgo());
    }

    @Test
    void figures_areWrittenInTheReadersWay_andUnwantedOnesStandOut() {
        String json =
                "\"life\":\"LIVE\",\"perMinute\":1214,\"written\":12345,\"waited\":1,\"refused\":2,\"lost\":0,\"spooled\":3,"
                        + "\"queued\":4,\"queuedBytes\":2048,\"batch\":12.5,\"commitP50Micros\":800,"
                        + "\"commitP99Micros\":2300,\"commitMaxMicros\":1500000";
        RecorderFigures figures = line(json).figures();
        assertEquals(
                List.of(
                        new RecorderFigures.Count("perMinute", "1,214", false),
                        new RecorderFigures.Count("written", "12,345", false),
                        new RecorderFigures.Count("waited", "1", false),
                        new RecorderFigures.Count("refused", "2", true),
                        new RecorderFigures.Count("lost", "0", false),
                        new RecorderFigures.Count("spooled", "3", false)),
                figures.counts());
        assertEquals("4", figures.queue());
        assertEquals("2.0 KiB", figures.queueBytes());
        assertEquals("12.5", figures.batch());
        assertEquals(
                List.of("800 µs", "2.3 ms", "1.50 s"),
                figures.commits().stream().map(RecorderFigures.Count::text).toList());
        assertEquals(
                "12.345", line(json, Locale.GERMAN).figures().counts().get(1).text());
    }

    @Test
    void figures_beforeTheFirstCommit_haveNoTimes() {
        RecorderFigures figures =
                line("\"life\":\"LIVE\",\"batch\":0.0,\"commitMaxMicros\":0").figures();
        assertEquals("–", figures.batch());
        assertEquals(
                List.of("–", "–", "–"),
                figures.commits().stream().map(RecorderFigures.Count::text).toList());
        assertEquals("–", figures.counts().get(0).text(), "of a version that does not tell");
        assertEquals("0", figures.counts().get(1).text());
        assertEquals(
                "–",
                line("\"life\":\"SILENT\",\"perMinute\":9")
                        .figures()
                        .counts()
                        .get(0)
                        .text());
    }

    @Test
    void notes_tellTheWorstFirst_andTheLastErrorWithItsTime() {
        List<RecorderNote> notes = line("\"life\":\"LIVE\",\"concerns\":[\"AUD-0412 one\",\"AUD-0416 two\"],"
                        + "\"lastError\":\"away\",\"lastErrorAt\":\"2026-11-25T11:00:00Z\","
                        + "\"outbox\":{\"waiting\":12,\"moved\":4,\"aside\":2,\"fault\":\"AUD-0431 none\"}")
                .notes();
        assertEquals(
                List.of("fault", "concern", "concern", "error", "outbox"),
                notes.stream().map(RecorderNote::kind).toList());
        assertEquals("AUD-0431 none", notes.get(0).text());
        assertEquals("AUD-0416 two", notes.get(2).text());
        assertEquals("11:00:00", notes.get(3).at().time());
        assertEquals(
                "12 waiting, 4 moved, 2 set aside; last moved: never",
                notes.get(4).text());
    }

    @Test
    void event_andWhatTheRecorderIs_areShownWhereItTells() {
        RecorderLine line = line("\"life\":\"LIVE\",\"writtenAt\":\"2026-11-25T11:59:48Z\",\"version\":\"1.2.3\","
                + "\"guarantee\":\"BEFORE_RESPONSE\"");
        assertEquals("12 s ago", line.event().ago());
        assertEquals("11:59:48", line.event().clock().time());
        assertEquals("1.2.3 · durable before the response", line.about());
        assertEquals("OTHER", line("\"life\":\"LIVE\",\"guarantee\":\"OTHER\"").about());
        assertNull(line("\"life\":\"LIVE\"").event());
        assertEquals("", line("\"life\":\"LIVE\"").about());
    }

    @Test
    void spool_saysSinceWhenItsOldestEventWaits() {
        List<RecorderNote> notes = line("\"life\":\"LIVE\",\"spool\":{\"active\":true,\"events\":7,\"bytes\":2048,"
                        + "\"oldestAt\":\"2026-11-25T11:30:00Z\"}")
                .notes();
        assertEquals(
                "in use: 7 events wait in 2.0 KiB; 0 damaged files, 0 events set aside; the oldest since 25 Nov 11:30:00.000",
                notes.get(0).text());
    }

    @Test
    void id_isTheSameForTheSameChain() {
        assertEquals(line("\"life\":\"LIVE\"").id(), line("\"life\":\"SILENT\"").id());
        assertNotEquals("", line("\"life\":\"LIVE\"").id());
    }
}
