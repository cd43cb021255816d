package dev.auditlog.store;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes any text fit a column of any of the databases, so that no event is refused for its text. */
final class Texts {

    /** Length of ids, names and groups. */
    static final int SHORT = 255;

    private static final char REPLACEMENT = '\uFFFD';

    private Texts() {}

    /**
     * Returns the text as every database stores it: U+0000 (PostgreSQL refuses it) and halves of surrogate pairs (no
     * UTF-8 form) become U+FFFD.
     */
    static @Nullable String clean(@Nullable String text) {
        if (text == null) {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return replaced(text);
            }
        }
        return text;
    }

    /** The same, cut to a number of UTF-16 units (Derby counts those), never inside a surrogate pair. */
    static @Nullable String fit(@Nullable String text, int max) {
        String clean = clean(text);
        if (clean == null || clean.length() <= max) {
            return clean;
        }
        int end = Character.isHighSurrogate(clean.charAt(max - 1)) ? max - 1 : max;
        return clean.substring(0, end);
    }

    /** The same for a column that may not be null. */
    static String fitted(String text, int max) {
        String fit = fit(text, max);
        return fit == null ? "" : fit;
    }

    /** In lower case, without regard to the locale; that may make a text longer, so it is cut once more. */
    static String lower(String text, int max) {
        return fitted(fitted(text, max).toLowerCase(Locale.ROOT), max);
    }

    private static String replaced(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == 0 || isLoneSurrogate(c) ? REPLACEMENT : c)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isLoneSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
