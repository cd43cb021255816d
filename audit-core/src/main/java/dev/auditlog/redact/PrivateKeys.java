package dev.auditlog.redact;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds private keys in PEM (RFC 7468), in the form of SSH2 (RFC 4716) and of PuTTY. Without an end mark, everything up
 * to the end of the text is taken.
 */
final class PrivateKeys {

    private static final Pattern BEGIN =
            Pattern.compile("(?i)-{4,5} ?BEGIN [^-\\n]{0,64}?PRIVATE KEY(?: BLOCK)? ?-{4,5}|Private-Lines:");

    private static final Pattern END = Pattern.compile("(?i)-{4,5} ?END [^-\\n]{0,64}-{4,5}|Private-MAC:");

    private PrivateKeys() {}

    static void find(String text, Spans spans) {
        if (!text.contains("----") && !text.contains("Private-Lines:")) {
            return;
        }
        Matcher begin = BEGIN.matcher(text);
        Matcher end = END.matcher(text);
        int from = 0;
        while (from < text.length() && begin.find(from)) {
            from = end.find(begin.end()) ? end.end() : text.length();
            spans.add(begin.start(), from);
        }
    }
}
