package dev.auditlog.web.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What weakens a recorder's guarantees, in the reader's language. Recorders tell it to the database as a message with its
 * code, those of other versions too: where a message has not the shape that is known here, it stays as it is.
 */
public final class Concerns {

    /** The values in the messages of the store, by code. */
    private static final Map<String, Pattern> SHAPES = Map.of(
            "AUD-0412", Pattern.compile(".* Mend it: (.*)"),
            "AUD-0414", Pattern.compile(".* Mend it: (.*)"),
            "AUD-0415",
                    Pattern.compile(".* user \"(.*)\" (is a superuser|owns audit_event|owns the schema), so"
                            + " .* then (create user .*;) .*"),
            "AUD-0416", Pattern.compile(".* user \"(.*)\" was granted .* Mend it: (.*)"),
            "AUD-0417", Pattern.compile(".* cannot be made \\((.*)\\); events .* owner: (grant .*);.*"),
            "AUD-0418", Pattern.compile(".* could not be made now \\((.*)\\)\\. It .*"),
            "AUD-0419", Pattern.compile(".* holds (\\d+) events .* hour: (.*)"),
            "AUD-0420", Pattern.compile(".* database (.*) is in memory: .*"));

    private static final List<String> WHY = List.of("is a superuser", "owns audit_event", "owns the schema");
    private static final int CODE = "AUD-0000".length();

    private Concerns() {}

    /** The concern as the page says it. */
    public static String text(String concern, Locale locale) {
        String code = concern.substring(0, Math.min(CODE, concern.length()));
        Pattern shape = SHAPES.get(code);
        Matcher found = shape == null ? null : shape.matcher(concern);
        return found != null && found.matches() ? Faults.text(code, values(found), concern, locale) : concern;
    }

    private static Object[] values(Matcher found) {
        return IntStream.rangeClosed(1, found.groupCount())
                .mapToObj(group -> value(found.group(group)))
                .toArray();
    }

    /** Words of ours are chosen by their number. */
    private static Object value(String text) {
        int word = WHY.indexOf(text);
        return word < 0 ? text : word;
    }
}
