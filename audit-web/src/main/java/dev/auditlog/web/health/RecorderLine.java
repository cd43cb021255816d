package dev.auditlog.web.health;

import dev.auditlog.web.text.Ages;
import dev.auditlog.web.text.Clock;
import dev.auditlog.web.text.Texts;
import dev.auditlog.web.text.Words;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One recorder as the page shows it.
 *
 * @param id of the row: the same for the same recorder, so that the focus finds it again after a refresh
 * @param mark how it is
 * @param since when that began
 * @param beat when it spoke last
 * @param beatAgo how long that was ago when the page was made; empty where it never spoke
 * @param event when it made an event durable last; null where it does not say
 * @param about version and usual guarantee; empty where it does not say
 * @param figures what it says
 * @param notes what somebody should read, the worst first
 */
public record RecorderLine(
        String id,
        String application,
        String node,
        String chain,
        RecorderMark mark,
        @Nullable Clock since,
        @Nullable Clock beat,
        String beatAgo,
        @Nullable Moment event,
        String about,
        RecorderFigures figures,
        List<RecorderNote> notes) {

    /** A point in time, and how long ago it was when the page was made. */
    public record Moment(Clock clock, String ago) {

        static @Nullable Moment of(@Nullable Instant at, Instant asOf, Words words) {
            return at == null ? null : new Moment(words.clock(at), Ages.ago(Duration.between(at, asOf), words.texts()));
        }
    }

    static RecorderLine of(JsonObject recorder, Instant asOf, Words words) {
        Instant started = instant(recorder, "startedAt");
        Instant beat = instant(recorder, "beatAt");
        RecorderMark mark = RecorderMark.of(recorder, asOf, words.texts());
        Instant since = mark.lives() ? started : beat;
        String chain = recorder.getString("chain");
        return new RecorderLine(
                "recorder-" + Integer.toHexString(chain.hashCode()),
                recorder.getString("application"),
                recorder.getString("node"),
                chain,
                mark,
                since == null ? null : words.clock(since),
                beat == null ? null : words.clock(beat),
                beat == null ? "" : Ages.ago(Duration.between(beat, asOf), words.texts()),
                Moment.of(instant(recorder, "writtenAt"), asOf, words),
                about(recorder, words.texts()),
                RecorderFigures.of(recorder, words.texts()),
                RecorderNote.of(recorder, words));
    }

    /** A guarantee that this version does not know is shown by its name. */
    private static String about(JsonObject recorder, Texts texts) {
        String guarantee = recorder.getString("guarantee", "");
        return Stream.of(
                        recorder.getString("version", ""),
                        texts.optional("guarantee." + guarantee).orElse(guarantee))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** Null where it is missing, or written by another version in another way. */
    static @Nullable Instant instant(JsonObject json, String key) {
        try {
            String text = json.getString(key, "");
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeException | ClassCastException unreadable) {
            return null;
        }
    }

    static long number(JsonObject json, String key) {
        return json.get(key) instanceof JsonNumber number ? number.longValue() : 0;
    }
}
