package dev.auditlog.query;

import dev.auditlog.store.Dialect;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Spellings to compare with what a database's {@code lower} makes of a text. Derby and H2 fold all letters, PostgreSQL
 * those that its locale knows: in the locale C only A to Z. So there a text beyond ASCII is compared in lower case, as
 * it was written and in upper case: it is found unless the stored text mixes the cases of such letters.
 */
final class Folding {

    private final boolean byLocale;

    Folding(Dialect dialect) {
        byLocale = dialect == Dialect.POSTGRESQL;
    }

    /** One spelling, or up to three. */
    List<String> spellings(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (!byLocale || lower.chars().allMatch(c -> c < 128)) {
            return List.of(lower);
        }
        return Stream.of(lower, asciiLower(text), asciiLower(text.toUpperCase(Locale.ROOT)))
                .distinct()
                .toList();
    }

    private static String asciiLower(String text) {
        StringBuilder lower = new StringBuilder(text);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            lower.setCharAt(i, c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
        }
        return lower.toString();
    }
}
