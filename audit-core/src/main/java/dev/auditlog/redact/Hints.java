package dev.auditlog.redact;

/** Cheap looks for a word that a pattern cannot do without: most texts are spared the pattern. */
final class Hints {

    private Hints() {}

    /** Whether a text has a word in it, in whatever case; the word is given in lower-case ASCII letters, at least two. */
    static boolean has(String text, String word) {
        char lower = word.charAt(0);
        char upper = Character.toUpperCase(lower);
        char second = word.charAt(1);
        int last = text.length() - word.length();
        for (int i = 0; i <= last; i++) {
            char c = text.charAt(i);
            if ((c == lower || c == upper)
                    && (text.charAt(i + 1) | 0x20) == second
                    && text.regionMatches(true, i, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    static boolean hasAny(String text, String... words) {
        for (String word : words) {
            if (has(text, word)) {
                return true;
            }
        }
        return false;
    }
}
