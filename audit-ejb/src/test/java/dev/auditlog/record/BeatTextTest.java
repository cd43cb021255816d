package dev.auditlog.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BeatTextTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private static RecorderStatus status(String words, List<String> concerns) {
        return new RecorderStatus(
                "desk",
                "host-1",
                true,
                new RecorderStatus.Counters(7, 6, 5, 4, 3, 2),
                new RecorderStatus.Queue(1, 2_048),
                new RecorderStatus.Commits(1.25, 800, 2_000, 3_000),
                new RecorderStatus.Recent(5, NOW, NOW, NOW),
                new SpoolStatus(true, 3, 4_711, NOW, 2, 1),
                words,
                NOW,
                new RelayStatus(true, new RelayStatus.Rows(1, 2, 3, 4), NOW, words, words, NOW),
                new RecorderStatus.About("1.0.0", "BEFORE_RESPONSE"),
                concerns);
    }

    private static JsonObject read(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    @Test
    void words_thatFit_areWhole() {
        RecorderStatus status = status("away", List.of("AUD-0412 …", "AUD-0415 …"));
        assertEquals(status.toJson(), read(BeatText.of(status)));
    }

    @Test
    void words_thatAreTooLong_areCutToWhatTheColumnTakes_andTheFiguresStay() {
        for (String word : List.of("x", "\"", "\u0001", "\ud83d\ude00")) {
            RecorderStatus status = status(word.repeat(3_000), Collections.nCopies(40, word.repeat(3_000)));
            String text = BeatText.of(status);
            assertTrue(text.length() <= 4_000, () -> word + " makes " + text.length());
            assertTrue(text.chars().allMatch(c -> c < 0x80), "a database of any encoding takes it");
            JsonObject read = read(text);
            assertEquals(7, read.getInt("written"));
            assertEquals(2, read.getJsonObject("outbox").getInt("waiting"));
            assertEquals(10, read.getJsonArray("concerns").size());
            assertTrue(read.getString("lastError").endsWith("…"));
        }
    }

    @Test
    void oneLongMessage_leavesAsMuchOfItAsThereIsRoomFor() {
        String text = BeatText.of(status(null, List.of("y".repeat(5_000))));
        assertEquals(2_001, read(text).getJsonArray("concerns").getString(0).length());
    }
}
