package dev.auditlog.web.export;

import dev.auditlog.query.EventQuery;
import dev.auditlog.query.EventTotal;
import dev.auditlog.query.Order;
import dev.auditlog.web.text.Amounts;
import dev.auditlog.web.text.Texts;
import dev.auditlog.web.text.Visible;
import dev.auditlog.web.text.Words;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What will leave the console with an export: said before anything does. Its ends are fixed, so that what is said is what
 * leaves, however long somebody thinks about it.
 *
 * @param q the query, for the form
 * @param from the range's beginning, for the form
 * @param to its end, likewise
 * @param order {@code newest} or {@code oldest}
 * @param filter the query for people
 * @param range the range for people, without the zone
 * @param amount how many events, as far as they were counted
 * @param events how many; -1 where they were not counted to the end
 * @param formats the choice of formats
 */
public record Leaving(
        String q,
        String from,
        String to,
        String order,
        String filter,
        String range,
        String amount,
        long events,
        List<Format> formats) {

    /** A format with a line of what it is good for; the first one is chosen. */
    public record Format(String key, String name, String hint, boolean first) {}

    static Leaving of(EventQuery query, @Nullable EventTotal total, Words words) {
        Texts texts = words.texts();
        return new Leaving(
                query.text(),
                String.valueOf(query.from()),
                String.valueOf(query.to()),
                query.order() == Order.OLDEST ? "oldest" : "newest",
                query.terms().isEmpty() ? texts.text("export.all") : Visible.of(query.text()),
                shown(query.from(), words) + " – " + shown(query.to(), words),
                amount(total, texts),
                total != null && total.exact() ? total.value() : -1,
                formats(texts));
    }

    private static String shown(@Nullable Instant end, Words words) {
        return end == null ? "" : words.clock(end).text();
    }

    private static String amount(@Nullable EventTotal total, Texts texts) {
        if (total == null) {
            return texts.text("export.uncounted");
        }
        String count = Amounts.count(total.value(), texts.locale());
        return texts.text(total.exact() ? "export.events" : "export.more", count);
    }

    private static List<Format> formats(Texts texts) {
        return Arrays.stream(ExportFormat.values())
                .map(format -> new Format(
                        format.text(),
                        texts.text("export.format." + format.text()),
                        texts.text("export.format." + format.text() + ".hint"),
                        format == ExportFormat.JSONL))
                .toList();
    }
}
