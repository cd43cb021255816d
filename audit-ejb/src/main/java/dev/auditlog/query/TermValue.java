package dev.auditlog.query;

/**
 * One value of a term.
 *
 * @param text what was written, without quotes and without the final star of a prefix
 * @param prefix whether a star ended it outside quotes
 * @param position where it began in the query's text, from 0
 */
record TermValue(String text, boolean prefix, int position) {

    static TermValue literal(String text, int position) {
        return new TermValue(text, false, position);
    }

    /** As people read it: without quotes, a prefix with its star. */
    String shown() {
        return prefix ? text + "*" : text;
    }

    /** As it is written in a query. */
    String text(boolean free) {
        if (!needsQuotes(free)) {
            return shown();
        }
        String quoted = '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        return prefix ? quoted + "*" : quoted;
    }

    /** Whether a character separates terms. */
    static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private boolean needsQuotes(boolean free) {
        if (text.isEmpty()) {
            return !prefix;
        }
        return text.chars().anyMatch(c -> c == ',' || c == '"' || isBlank((char) c))
                || !prefix && text.endsWith("*")
                || free && (text.startsWith("-") || text.indexOf(':') >= 0);
    }
}
