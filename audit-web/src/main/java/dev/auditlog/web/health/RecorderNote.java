package dev.auditlog.web.health;

import dev.auditlog.web.text.Amounts;
import dev.auditlog.web.text.Clock;
import dev.auditlog.web.text.Concerns;
import dev.auditlog.web.text.Texts;
import dev.auditlog.web.text.Words;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something about a recorder in words.
 *
 * @param kind class name: {@code concern}, {@code fault}, {@code error}, {@code outbox}, {@code spool}
 * @param label what it is
 * @param text the words; from the recorder, or from the bundle
 * @param at when it was; null where it is so now
 */
public record RecorderNote(String kind, String label, String text, @Nullable Clock at) {

    static List<RecorderNote> of(JsonObject recorder, Words words) {
        Texts texts = words.texts();
        List<RecorderNote> notes = new ArrayList<>();
        Report.fault(recorder)
                .ifPresent(fault -> notes.add(new RecorderNote("fault", texts.text("recorder.fault"), fault, null)));
        Report.concerns(recorder)
                .forEach(concern -> notes.add(new RecorderNote(
                        "concern", texts.text("recorder.concern"), Concerns.text(concern, texts.locale()), null)));
        error(recorder, "recorder.lastError", words, notes);
        if (recorder.get("spool") instanceof JsonObject spool) {
            Instant oldest = RecorderLine.instant(spool, "oldestAt");
            Clock since = oldest == null ? null : words.clock(oldest);
            notes.add(new RecorderNote("spool", texts.text("recorder.spool"), spool(spool, since, texts), null));
        }
        if (recorder.get("outbox") instanceof JsonObject outbox) {
            notes.add(new RecorderNote("outbox", texts.text("recorder.outbox"), outbox(outbox, words), null));
            if (Report.fault(recorder).isEmpty()) {
                error(outbox, "recorder.outboxError", words, notes);
            }
        }
        return notes;
    }

    private static void error(JsonObject of, String label, Words words, List<RecorderNote> notes) {
        String error = of.getString("lastError", "");
        if (!error.isEmpty()) {
            Instant at = RecorderLine.instant(of, "lastErrorAt");
            notes.add(new RecorderNote("error", words.texts().text(label), error, at == null ? null : words.clock(at)));
        }
    }

    private static String spool(JsonObject spool, @Nullable Clock oldest, Texts texts) {
        String text = texts.text(
                spool.getBoolean("active", false) ? "recorder.spool.active" : "recorder.spool.idle",
                RecorderLine.number(spool, "events"),
                Amounts.size(RecorderLine.number(spool, "bytes"), texts.locale()),
                RecorderLine.number(spool, "damaged"),
                RecorderLine.number(spool, "setAside"));
        return oldest == null ? text : text + texts.text("recorder.spool.oldest", oldest.text());
    }

    private static String outbox(JsonObject outbox, Words words) {
        Texts texts = words.texts();
        Instant moved = RecorderLine.instant(outbox, "movedAt");
        return texts.text(
                "recorder.outbox.rows",
                RecorderLine.number(outbox, "waiting"),
                RecorderLine.number(outbox, "moved"),
                RecorderLine.number(outbox, "aside"),
                moved == null
                        ? texts.text("recorder.never")
                        : words.clock(moved).text());
    }
}
