package dev.auditlog.query;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what a mistyped word was probably meant to be. */
final class Nearest {

    /** Longer words are no slips of the finger, and would cost time. */
    private static final int MAX_CHARS = 32;

    private Nearest() {}

    /** The allowed word with the fewest changes, if it begins with the word or differs in a third of it at most. */
    static @Nullable String to(String word, List<String> allowed) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.isEmpty() || lower.length() > MAX_CHARS) {
            return null;
        }
        Optional<String> longer = allowed.stream()
                .filter(a -> lower.length() > 1 && a.toLowerCase(Locale.ROOT).startsWith(lower))
                .findFirst();
        return longer.orElseGet(() -> allowed.stream()
                .filter(a -> changes(lower, a.toLowerCase(Locale.ROOT)) <= Math.max(1, lower.length() / 3))
                .min(Comparator.comparingInt(a -> changes(lower, a.toLowerCase(Locale.ROOT))))
                .orElse(null));
    }

    /** Levenshtein's distance: insertions, deletions and replacements that make one word of the other. */
    static int changes(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
