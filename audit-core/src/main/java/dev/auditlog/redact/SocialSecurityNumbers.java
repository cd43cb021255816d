package dev.auditlog.redact;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds United States social security numbers written nnn-nn-nnnn. Areas 000, 666 and 9nn, group 00 and serial 0000 are
 * never given out, so they stay. So does a number right after a word such as "call" or "phone".
 */
final class SocialSecurityNumbers {

    private static final Pattern FORM = Pattern.compile(
            "(?<![\\w-])(?!000|666|9)\\d{3}([-\\u2010\\u2011\\u2013 ])(?!00)\\d{2}\\1(?!0000)\\d{4}(?![\\w-])");

    private static final Pattern PHONE = Pattern.compile(
            "(?i)(?:\\b(?:call|phone|tel|telephone|fax|mobile|dial|ring|cell)[:.]?\\s{0,2}|\\+\\d{0,3} ?)$");

    /** With spaces, three groups of digits are too common, so the number must be called what it is. */
    private static final Pattern CALLED = Pattern.compile("(?i)(?:ssn|social security)\\W{0,3}(?:\\w{1,6}\\W{1,2})?$");

    private static final int LOOK_BACK = 32;

    private SocialSecurityNumbers() {}

    static void find(String text, Spans spans) {
        if (!mayBeIn(text)) {
            return;
        }
        Matcher matcher = FORM.matcher(text);
        while (matcher.find()) {
            String before = text.substring(Math.max(0, matcher.start() - LOOK_BACK), matcher.start());
            boolean spaces = " ".equals(matcher.group(1));
            if (spaces ? CALLED.matcher(before).find() : !PHONE.matcher(before).find()) {
                spans.add(matcher.start(), matcher.end());
            }
        }
    }

    /** Whether one sign stands twice as it does in such a number, between digits. */
    private static boolean mayBeIn(String text) {
        for (int i = 3; i + 7 < text.length(); i++) {
            char sign = text.charAt(i);
            if ((sign == '-' || sign == ' ' || sign >= '\u2010')
                    && text.charAt(i + 3) == sign
                    && CardNumbers.isDigit(text.charAt(i + 1))
                    && CardNumbers.isDigit(text.charAt(i + 4))) {
                return true;
            }
        }
        return false;
    }
}
