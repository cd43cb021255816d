package dev.auditlog.redact;

import java.util.BitSet;

/**
 * Reads JSON text strictly (RFC 8259) and tells its pieces one by one, as far as they go. No recursion, no exceptions:
 * unlike a parser it can say whether a text is wrong or only cut off, and depth costs one bit. ADR 0030.
 */
final class JsonScanner {

    /** How a text ended. */
    enum End {
        /** It is one complete JSON value. */
        WHOLE,
        /** It is the start of one. */
        CUT,
        /** It is no JSON. */
        BROKEN
    }

    private enum Expect {
        VALUE,
        VALUE_OR_END,
        KEY,
        KEY_OR_END,
        COLON,
        COMMA_OR_END,
        NOTHING
    }

    private final String text;
    private final boolean more;
    private final JsonEvents events;
    private final BitSet objects = new BitSet();
    private int depth;
    private int at;
    private boolean broken;
    private boolean cut;
    private Expect expect = Expect.VALUE;

    private JsonScanner(String text, boolean more, JsonEvents events) {
        this.text = text;
        this.more = more;
        this.events = events;
    }

    /**
     * Reads a text.
     *
     * @param more whether the text goes on behind its end, so that a number there may be half a number
     */
    static End scan(String text, boolean more, JsonEvents events) {
        return new JsonScanner(text, more, events).scan();
    }

    private End scan() {
        while (!broken && !cut) {
            skipWhiteSpace();
            if (at >= text.length()) {
                return expect == Expect.NOTHING ? End.WHOLE : End.CUT;
            }
            step(text.charAt(at));
        }
        return broken ? End.BROKEN : End.CUT;
    }

    private void step(char c) {
        switch (expect) {
            case VALUE -> value(c);
            case VALUE_OR_END -> {
                if (c == ']') {
                    close();
                } else {
                    value(c);
                }
            }
            case KEY -> key(c);
            case KEY_OR_END -> {
                if (c == '}') {
                    close();
                } else {
                    key(c);
                }
            }
            case COLON -> need(c == ':', Expect.VALUE);
            case COMMA_OR_END -> commaOrEnd(c);
            case NOTHING -> broken = true;
        }
    }

    private void need(boolean found, Expect next) {
        broken = !found;
        at++;
        expect = next;
    }

    private void commaOrEnd(char c) {
        boolean object = objects.get(depth);
        if (c == (object ? '}' : ']')) {
            close();
        } else {
            need(c == ',', object ? Expect.KEY : Expect.VALUE);
        }
    }

    private void value(char c) {
        switch (c) {
            case '{' -> open(true);
            case '[' -> open(false);
            case '"' -> {
                String value = string();
                if (cut) {
                    events.cutText(value);
                } else if (!broken) {
                    events.text(value);
                    afterValue();
                }
            }
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            default -> number();
        }
    }

    private void key(char c) {
        if (c != '"') {
            broken = true;
            return;
        }
        String name = string();
        if (!cut && !broken) {
            events.key(name);
            expect = Expect.COLON;
        }
    }

    private void open(boolean object) {
        at++;
        depth++;
        objects.set(depth, object);
        if (object) {
            events.startObject();
        } else {
            events.startArray();
        }
        expect = object ? Expect.KEY_OR_END : Expect.VALUE_OR_END;
    }

    private void close() {
        at++;
        depth--;
        events.end();
        afterValue();
    }

    private void afterValue() {
        expect = depth == 0 ? Expect.NOTHING : Expect.COMMA_OR_END;
    }

    private void literal(String word) {
        int length = Math.min(word.length(), text.length() - at);
        if (!text.startsWith(word.substring(0, length), at)) {
            broken = true;
        } else if (length < word.length()) {
            cut = true;
        } else {
            at += length;
            events.bare(word);
            afterValue();
        }
    }

    private void number() {
        int from = at;
        if (peek() == '-') {
            at++;
        }
        boolean valid = peek() == '0' ? skipOne() : digits();
        if (valid && peek() == '.') {
            at++;
            valid = digits();
        }
        if (valid && (peek() == 'e' || peek() == 'E')) {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            valid = digits();
        }
        if (at >= text.length() && at > from && (more || !valid)) {
            cut = true;
        } else if (!valid) {
            broken = true;
        } else {
            events.bare(text.substring(from, at));
            afterValue();
        }
    }

    private boolean skipOne() {
        at++;
        return true;
    }

    private boolean digits() {
        int from = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        return at > from;
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    /** Reads a string from its quote to behind its end; if the text ends before, what there is. */
    private String string() {
        int from = ++at;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                return text.substring(from, at++);
            }
            if (c == '\\') {
                return escapedString(new StringBuilder().append(text, from, at));
            }
            if (c < ' ') {
                broken = true;
                return "";
            }
            at++;
        }
        cut = true;
        return text.substring(from);
    }

    private String escapedString(StringBuilder value) {
        while (at < text.length() && !broken) {
            char c = text.charAt(at++);
            if (c == '"') {
                return value.toString();
            }
            if (c == '\\') {
                escape(value);
            } else {
                broken = c < ' ';
                value.append(c);
            }
        }
        cut = !broken;
        return value.toString();
    }

    private void escape(StringBuilder value) {
        if (at >= text.length()) {
            return;
        }
        char c = text.charAt(at++);
        if (c == 'u') {
            unicode(value);
            return;
        }
        int known = "\"\\/bfnrt".indexOf(c);
        if (known < 0) {
            broken = true;
        } else {
            value.append("\"\\/\b\f\n\r\t".charAt(known));
        }
    }

    private void unicode(StringBuilder value) {
        int code = 0;
        for (int i = 0; i < 4 && at < text.length(); i++) {
            char c = text.charAt(at++);
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                broken = true;
                return;
            }
            code = code * 16 + digit;
        }
        if (at < text.length()) {
            value.append((char) code);
        }
    }

    private void skipWhiteSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }
}
