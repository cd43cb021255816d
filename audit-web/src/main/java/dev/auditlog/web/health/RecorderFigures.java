package dev.auditlog.web.health;

import dev.auditlog.store.RecorderState.Life;
import dev.auditlog.web.text.Amounts;
import dev.auditlog.web.text.Texts;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;

/**
 * Figures of a recorder since its start, in the reader's way of writing numbers.
 *
 * @param counts what became of events
 * @param queue what waits
 * @param queueBytes memory that it takes
 * @param batch events in one commit, on average
 * @param commits how long the last commits took: half of them no longer, 99 of 100 no longer, the longest
 */
public record RecorderFigures(List<Count> counts, String queue, String queueBytes, String batch, List<Count> commits) {

    private static final String NONE = "–"; // before the first commit

    /**
     * One figure.
     *
     * @param key of its label in the bundle, and its class name
     * @param text the number
     * @param bad whether there should be none
     */
    public record Count(String key, String text, boolean bad) {}

    static RecorderFigures of(JsonObject recorder, Texts texts) {
        Locale locale = texts.locale();
        return new RecorderFigures(
                List.of(
                        perMinute(recorder, locale),
                        count(recorder, "written", false, locale),
                        count(recorder, "waited", false, locale),
                        count(recorder, "refused", true, locale),
                        count(recorder, "lost", true, locale),
                        count(recorder, "spooled", false, locale)),
                whole(RecorderLine.number(recorder, "queued"), locale),
                Amounts.size(RecorderLine.number(recorder, "queuedBytes"), locale),
                batch(recorder, locale),
                List.of(
                        commit(recorder, "commitP50Micros", locale),
                        commit(recorder, "commitP99Micros", locale),
                        commit(recorder, "commitMaxMicros", locale)));
    }

    private static Count count(JsonObject recorder, String key, boolean unwanted, Locale locale) {
        long number = RecorderLine.number(recorder, key);
        return new Count(key, whole(number, locale), unwanted && number > 0);
    }

    /** One that does not speak any more told of another minute; a version that does not say it has not written nothing. */
    private static Count perMinute(JsonObject recorder, Locale locale) {
        String key = "perMinute";
        return new Count(
                key,
                recorder.containsKey(key) && recorder.getString("life").equals(Life.LIVE.name())
                        ? whole(RecorderLine.number(recorder, key), locale)
                        : NONE,
                false);
    }

    private static Count commit(JsonObject recorder, String key, Locale locale) {
        long micros = RecorderLine.number(recorder, key);
        return new Count(key, micros == 0 ? NONE : Amounts.duration(micros, locale), false);
    }

    private static String batch(JsonObject recorder, Locale locale) {
        double events = recorder.get("batch") instanceof JsonNumber batch ? batch.doubleValue() : 0;
        return events == 0 ? NONE : String.format(locale, "%.1f", events);
    }

    static String whole(long number, Locale locale) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }
}
