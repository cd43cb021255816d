package dev.auditlog.web.search;

import dev.auditlog.query.TimeRange;
import dev.auditlog.web.text.Words;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The choice of a time range.
 *
 * @param label what is chosen, in words
 * @param detail its ends
 * @param presets usual choices
 * @param from start for the fields of the form, in the reader's zone
 * @param to end likewise
 */
public record RangeMenu(String label, String detail, List<Preset> presets, String from, String to) {

    /** A usual choice. */
    public record Preset(String key, String label, String url, boolean current) {}

    private static final List<String> LENGTHS = List.of("15m", "1h", "24h", "7d", "30d");
    private static final String DEFAULT_LENGTH = "24h";
    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    /**
     * Makes the menu.
     *
     * @param range what the list shows; null where it could not be read
     */
    static RangeMenu of(EventsLink here, @Nullable TimeRange range, Words words) {
        String chosen = chosen(here);
        List<Preset> presets = LENGTHS.stream()
                .map(length -> new Preset(
                        length,
                        words.texts().text("range." + length),
                        here.range("-" + length, "").url(),
                        length.equals(chosen)))
                .toList();
        if (range == null) {
            return new RangeMenu(words.texts().text("range.unreadable"), "", presets, "", "");
        }
        String ends = words.clock(range.from()).minute() + " – " + end(here, range, words);
        boolean named = LENGTHS.contains(chosen);
        return new RangeMenu(
                named ? words.texts().text("range." + chosen) : ends,
                named ? ends : "",
                presets,
                field(range.from(), words.zone()),
                field(range.to(), words.zone()));
    }

    /** Reads a field of the form, which says no zone: it is the reader's. Text that is no such time stays as it is. */
    static String instant(String field, ZoneId zone) {
        try {
            return field.isBlank()
                    ? ""
                    : LocalDateTime.parse(field.strip())
                            .atZone(zone)
                            .toInstant()
                            .toString();
        } catch (DateTimeParseException otherText) {
            return field;
        }
    }

    private static String chosen(EventsLink here) {
        if (here.from().isEmpty() && here.to().isEmpty()) {
            return DEFAULT_LENGTH;
        }
        boolean untilNow = here.to().isEmpty() || here.to().equals("now");
        return untilNow && here.from().startsWith("-") ? here.from().substring(1) : "";
    }

    private static String end(EventsLink here, TimeRange range, Words words) {
        return here.to().isEmpty() || here.to().equals("now")
                ? words.texts().text("range.now")
                : words.clock(range.to()).minute();
    }

    private static String field(Instant instant, ZoneId zone) {
        return FIELD.format(instant.atZone(zone));
    }
}
