package dev.auditlog.redact;

/** Makes texts storable: no U+0000, no lone surrogates, no control characters in a line, no more than fits. */
final class Texts {

    private static final char REPLACEMENT = '\uFFFD';

    private Texts() {}

    /** Replaces what no database column and no UTF-8 encoder takes. */
    static String storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                kept.append(REPLACEMENT);
            } else if (!Character.isSurrogate(c)) {
                kept.append(c);
            } else if (isPair(text, i)) {
                kept.append(c).append(text.charAt(++i));
            } else {
                kept.append(REPLACEMENT);
            }
        }
        return kept.toString();
    }

    private static boolean isPair(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
    }

    /** Storable, and one visible line: CR becomes the two characters {@code \r}, ESC becomes {@code \}{@code u001b}. */
    static String line(String text) {
        String storable = storable(text);
        for (int i = 0; i < storable.length(); i++) {
            if (isDangerous(storable.charAt(i))) {
                return visible(storable);
            }
        }
        return storable;
    }

    private static String visible(String text) {
        StringBuilder shown = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\r' -> shown.append("\\r");
                case '\n' -> shown.append("\\n");
                case '\t' -> shown.append("\\t");
                default -> {
                    if (isDangerous(c)) {
                        escape(c, shown);
                    } else {
                        shown.append(c);
                    }
                }
            }
        }
        return shown.toString();
    }

    /** Control characters, line separators, and what turns the direction of the text around it. */
    static boolean isDangerous(char c) {
        return c < 0x20 || c >= 0x7F && isDangerousBeyondAscii(c);
    }

    private static boolean isDangerousBeyondAscii(char c) {
        return c <= 0x9F
                || c == '\u2028'
                || c == '\u2029'
                || c >= '\u202A' && c <= '\u202E'
                || c >= '\u2066' && c <= '\u2069';
    }

    static void escape(char c, StringBuilder into) {
        into.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            into.append(Character.forDigit(c >> shift & 0xF, 16));
        }
    }

    /** Cuts to a length, one character shorter where that would split a surrogate pair. */
    static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        boolean splits = length > 0 && Character.isHighSurrogate(text.charAt(length - 1));
        return text.substring(0, splits ? length - 1 : length);
    }
}
