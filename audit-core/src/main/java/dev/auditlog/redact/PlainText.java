package dev.auditlog.redact;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides whether a text whose secrets were masked can be kept: tables and blocks hide them where no rule looks. */
final class PlainText {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_.\\-]{2,64}");
    private static final String COLUMN_ENDS = ",;|\t\n\r";

    private PlainText() {}

    /** Says whether no secret name stands at the edge of a column or line, or before a value in the next line. */
    static boolean isSure(String masked, SecretNames names) {
        for (Matcher word = WORD.matcher(masked); word.find(); ) {
            if (isAtEdge(masked, word.start(), word.end()) && names.isSecret(word.group())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAtEdge(String text, int from, int to) {
        int after = skip(text, to);
        if (after < text.length() && COLUMN_ENDS.indexOf(text.charAt(after)) >= 0) {
            return true;
        }
        if (after < text.length() && (text.charAt(after) == ':' || text.charAt(after) == '=')) {
            int value = skip(text, after + 1);
            return value < text.length() && "\n\r|>&".indexOf(text.charAt(value)) >= 0;
        }
        int before = from - 1;
        while (before >= 0 && isGap(text.charAt(before))) {
            before--;
        }
        return before >= 0 && ",;|\t".indexOf(text.charAt(before)) >= 0;
    }

    private static int skip(String text, int from) {
        int at = from;
        while (at < text.length() && isGap(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isGap(char c) {
        return c == ' ' || c == '"' || c == '\'';
    }

    /** What of a text that was cut can be kept: its complete lines; nothing if there is none. */
    static String completeLines(String text) {
        int end = text.lastIndexOf('\n');
        return end < 0 ? "" : text.substring(0, end + 1);
    }
}
