package dev.auditlog.redact;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds values whose secret name is a value itself, in a text that is no JSON and no XML as a whole: {@code <entry
 * key="pin">x</entry>}, {@code name=pin value=x}, {@code "pin", "x"}.
 */
final class QuotedPairs {

    private static final String NAME = "[\"'`]?([\\p{L}\\p{N}_.\\-]{2,48})[\"'`]?";

    /** Where a name is called one: {@code name="pin"}. */
    private static final Pattern NAMED = Pattern.compile(
            "(?i)\\b(?:name|key|id|type|field|property|param|header)[\"'`\\\\]{0,2}\\s{0,4}[:=]\\s{0,4}\\\\?" + NAME);

    /** What may stand between that and the value. */
    private static final Pattern VALUE =
            Pattern.compile("(?i)[^<>\\n]{0,64}?\\bvalue[\"'`\\\\]{0,2}\\s{0,4}[:=]\\s{0,4}"
                    + "|\\s{0,4}[,;]?\\s{0,4}\\bvalue\\s{0,4}[:=]\\s{0,4}|[^<>\\n]{0,64}>|[^\\n]{0,128}\\r?\\n\\r?\\n");

    /** A quoted name with a quoted value behind it, as in PHP, SQL and CSV. */
    private static final Pattern LISTED = Pattern.compile(
            "[\"']([\\p{L}\\p{N}_.\\-]{2,48})[\"']\\s{0,4}[,;]\\s{0,4}(?:s:\\d{1,6}:)?[\"']([^\"'\\n]{1,1024})");

    private static final Pattern ELEMENTS = Pattern.compile("(?i)<(?:name|key|id)>\\s{0,16}" + NAME
            + "\\s{0,16}</\\w{2,4}>\\s{0,64}<(?:value|val|content)>([^<]{1,1024})");

    /** The value first: {@code <input value="x" name="pin">}. */
    private static final Pattern REVERSED = Pattern.compile(
            "(?i)\\bvalue\\s{0,4}=\\s{0,4}[\"']([^\"'<>\\n]{1,1024})[\"'][^<>\\n]{0,64}?\\b(?:name|id|key)\\s{0,4}=\\s{0,4}"
                    + NAME);

    private QuotedPairs() {}

    static void find(NamedSpans found) {
        String text = found.text();
        if (text.indexOf(':') >= 0 || text.indexOf('=') >= 0) {
            findNamed(text, found);
        }
        if (mayHaveList(text)) {
            found.find(LISTED, 1, 2);
        }
        if (text.indexOf('<') >= 0) {
            found.find(ELEMENTS, 1, 2);
            found.find(REVERSED, 2, 1);
        }
    }

    private static void findNamed(String text, NamedSpans found) {
        Matcher name = NAMED.matcher(text);
        Matcher between = VALUE.matcher(text).useTransparentBounds(true);
        for (int at = 0; at <= text.length() && name.find(at); ) {
            at = name.end();
            if (found.isAnySecret(name.group(1))
                    && between.region(at, text.length()).lookingAt()) {
                at = end(text, between.end());
                found.take(between.end(), at);
            }
        }
    }

    /** Whether a comma or semicolon follows a quote. */
    private static boolean mayHaveList(String text) {
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c == ',' || c == ';') && isAfterQuote(text, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAfterQuote(String text, int at) {
        int before = at - 1;
        while (before > 0 && Character.isWhitespace(text.charAt(before))) {
            before--;
        }
        return text.charAt(before) == '"' || text.charAt(before) == '\'';
    }

    /** Up to the quote, the tag or the line's end. */
    private static int end(String text, int from) {
        if (from >= text.length()) {
            return from;
        }
        char first = text.charAt(from);
        boolean quoted = NamedSpans.isQuote(first);
        boolean element = text.charAt(from - 1) == '>';
        int to = quoted ? from + 1 : from;
        while (to < text.length() && !isEnd(text.charAt(to), quoted ? first : element ? '<' : ' ')) {
            to++;
        }
        return to;
    }

    private static boolean isEnd(char c, char end) {
        return c == end || c == '\n' || end == ' ' && (c == '\t' || c == ',' || c == '>' || c == '\r');
    }
}
