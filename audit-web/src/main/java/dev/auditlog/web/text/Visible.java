package dev.auditlog.web.text;

import org.jspecify.annotations.Nullable;

/**
 * Shows what would otherwise not be seen, or would turn the text around it: control characters, marks of writing
 * direction (Unicode UAX 9), invisible spaces, halves of characters. Escaping for HTML is done by Faces, not here.
 */
public final class Visible {

    private static final int LINE_FEED = '\n';

    private Visible() {}

    /** Returns the text in which each such character is written {@code ⟨U+202E⟩}; null stays empty. */
    public static String of(@Nullable String text) {
        if (text == null) {
            return "";
        }
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(shown, c, isHidden(c)));
        return shown.toString();
    }

    /** The same, but lines stay lines. */
    public static String lines(@Nullable String text) {
        if (text == null) {
            return "";
        }
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(shown, c, c != LINE_FEED && isHidden(c)));
        return shown.toString();
    }

    /** The same as JSON escapes, for a text that is JSON: it stays the same value. */
    public static String escaped(String json) {
        StringBuilder shown = new StringBuilder(json.length());
        json.codePoints().forEach(c -> {
            if (c == LINE_FEED || !isHidden(c)) {
                shown.appendCodePoint(c);
            } else {
                for (char half : Character.toChars(c)) {
                    shown.append(String.format("\\u%04x", (int) half));
                }
            }
        });
        return shown.toString();
    }

    /** Whether a reader would not see this character, or would see its neighbours in another order because of it. */
    static boolean isHidden(int c) {
        if (c == 0x200C || c == 0x200D) {
            return false; // joiners belong to the spelling of Persian and Indic names, and to emoji
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static void append(StringBuilder shown, int c, boolean hidden) {
        if (hidden) {
            shown.append("⟨U+").append(String.format("%04X", c)).append('⟩');
        } else {
            shown.appendCodePoint(c);
        }
    }
}
