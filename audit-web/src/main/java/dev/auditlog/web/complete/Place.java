package dev.auditlog.web.complete;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where in a query somebody types. Reads what is there so far as the query language does, but refuses nothing: a query that
 * is being typed is wrong most of the time.
 *
 * @param start first character that a suggestion replaces
 * @param end behind the last one
 * @param qualifier word before the colon, in lower case; null where no value of one is typed
 * @param typed what a suggestion has to begin with, without quotes
 */
record Place(int start, int end, @Nullable String qualifier, String typed) {

    /** Finds the place of the cursor. */
    static Place of(String query, int cursor) {
        Reading reading = new Reading(query);
        for (int i = 0; i < cursor; i++) {
            i = reading.step(i);
        }
        return reading.place(cursor);
    }

    /** What stands in the query besides the term of the cursor. */
    static String others(String query, int cursor) {
        Reading reading = new Reading(query);
        int i = 0;
        while (i < cursor) {
            i = reading.step(i) + 1;
        }
        int start = reading.term;
        while (i < query.length() && (reading.quoted || !Reading.isBlank(query.charAt(i)))) {
            i = reading.step(i) + 1;
        }
        return (query.substring(0, Math.min(start, query.length())) + query.substring(Math.min(i, query.length())))
                .strip();
    }

    /** One pass from the left, to the cursor. */
    private static final class Reading {

        private final String text;
        private int term;
        private int value;
        private int colon = -1;
        private boolean quoted;
        private boolean plain = true; // no quote, comma or colon in this term yet

        Reading(String text) {
            this.text = text;
        }

        /** Reads the character there; returns where the last one stands that was read. */
        int step(int at) {
            char c = text.charAt(at);
            if (quoted) {
                quoted = c != '"';
                return c == '\\' ? at + 1 : at;
            }
            if (isBlank(c)) {
                term = at + 1;
                value = at + 1;
                colon = -1;
                plain = true;
            } else if (c == ':' && plain) {
                colon = at;
                value = at + 1;
                plain = false;
            } else if (c == ',') {
                value = at + 1;
                plain = false;
            } else if (c == '"') {
                quoted = true;
                plain = false;
            }
            return at;
        }

        Place place(int cursor) {
            if (colon >= 0) {
                int word = afterMinus();
                return new Place(
                        value,
                        endOfValue(cursor),
                        text.substring(word, colon).toLowerCase(Locale.ROOT),
                        unquoted(text.substring(Math.min(value, cursor), cursor)));
            }
            int start = Math.min(afterMinus(), cursor);
            return plain
                    ? new Place(start, endOfWord(cursor), null, text.substring(start, cursor))
                    : new Place(cursor, cursor, "", ""); // free text: nothing to say
        }

        private int afterMinus() {
            return term < text.length() && text.charAt(term) == '-' ? term + 1 : term;
        }

        private int endOfWord(int cursor) {
            int end = cursor;
            while (end < text.length() && !isBlank(text.charAt(end)) && ":,\"".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            return end < text.length() && text.charAt(end) == ':' ? end + 1 : end;
        }

        private int endOfValue(int cursor) {
            int end = cursor;
            if (quoted) {
                int closing = text.indexOf('"', cursor);
                end = closing < 0 ? text.length() : closing + 1;
            }
            while (end < text.length() && !isBlank(text.charAt(end)) && text.charAt(end) != ',') {
                end++;
            }
            return end;
        }

        private static String unquoted(String written) {
            if (!written.startsWith("\"")) {
                return written.endsWith("*") ? written.substring(0, written.length() - 1) : written;
            }
            StringBuilder value = new StringBuilder();
            for (int i = 1; i < written.length(); i++) {
                char c = written.charAt(i);
                boolean escape = c == '\\' && i + 1 < written.length();
                if (c == '"') {
                    break;
                }
                value.append(escape ? written.charAt(++i) : c);
            }
            return value.toString();
        }

        private static boolean isBlank(char c) {
            return Character.isWhitespace(c) || Character.isSpaceChar(c);
        }
    }
}
