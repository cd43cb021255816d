package dev.auditlog.redact;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds payment card numbers: 13 to 19 digits that pass the Luhn check, together or in groups. In one run of digits any
 * first digit that cards have will do; in groups, or within a longer run of groups, it must be a known issuer's range,
 * else dates and phone numbers would be taken for cards.
 */
final class CardNumbers {

    private static final int MIN = 13;
    private static final int MAX = 19;

    /** First and last issuer prefix (six digits), least and most digits. From the issuers' published ranges. */
    private static final int[][] ISSUERS = {
        {400000, 499999, 13, 19}, {510000, 559999, 16, 16}, {222100, 272099, 16, 16}, {340000, 349999, 15, 15},
        {370000, 379999, 15, 15}, {300000, 305999, 14, 19}, {309500, 309599, 14, 19}, {360000, 369999, 14, 19},
        {380000, 399999, 14, 19}, {352800, 358999, 16, 19}, {601100, 601199, 16, 19}, {620000, 629999, 16, 19},
        {640000, 659999, 16, 19}, {600000, 609999, 16, 16}, {500000, 509999, 13, 19}, {560000, 589999, 13, 19},
        {610000, 619999, 13, 19}, {630000, 639999, 13, 19}, {660000, 699999, 13, 19}, {220000, 220499, 16, 19},
        {817200, 817299, 16, 19}, {979200, 979289, 16, 16}, {508500, 508999, 16, 16}, {650000, 650099, 16, 16},
    };

    private static final Pattern GROUPS = Pattern.compile(
            "(?<!\\d)(?:\\d{4}([^\\w\"]{1,3})\\d{4}\\1\\d{4}\\1\\d{4}|\\d{4}([^\\w\"]{1,3})\\d{6}\\2\\d{5})(?!\\d)");

    /** What may stand before a number without a gap; %B begins the first track of a magnetic stripe. */
    private static final Pattern GLUED = Pattern.compile(
            "(?i)(?<![a-z0-9])(?:pan|card|visa|amex|mastercard|maestro|discover|cc|cardno|cardnumber|no|nr)$|%B$");

    private static final int LONGEST_GLUED = 12;

    private CardNumbers() {}

    static void find(String text, Spans spans) {
        if (hasOtherSign(text)) {
            findInGroups(text, spans);
        }
        int at = 0;
        while (at < text.length()) {
            if (!isDigit(text.charAt(at))) {
                at++;
                continue;
            }
            int end = endOfRun(text, at);
            if (isBounded(text, at, end) && !Uuids.isPart(text, at)) {
                findInRun(text, at, end, spans);
            }
            at = end;
        }
    }

    /** Whether there are signs that only whole groups may have between them. */
    private static boolean hasOtherSign(String text) {
        for (int i = 4; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLatinOrDigit(c) && !isSeparator(c) && isDigit(text.charAt(i - 1))) {
                return true;
            }
        }
        return false;
    }

    /** Four groups of four, or those of American Express, with a sign of one sort that does not part numbers elsewhere. */
    private static void findInGroups(String text, Spans spans) {
        for (Matcher m = GROUPS.matcher(text); m.find(); ) {
            int digits = count(text, m.start(), m.end());
            if (isIssued(text, m.start(), m.end(), digits)) {
                spans.add(m.start(), m.end());
            }
        }
    }

    /** A run is digits, with at most three separators between two of them. */
    private static int endOfRun(String text, int from) {
        int end = from;
        int i = from;
        while (i < text.length() && i - end <= 3) {
            char c = text.charAt(i);
            if (isDigit(c)) {
                end = i + 1;
            } else if (!isSeparator(c)) {
                break;
            }
            i++;
        }
        return end;
    }

    private static void findInRun(String text, int from, int end, Spans spans) {
        int digits = count(text, from, end);
        if (digits < MIN) {
            return;
        }
        if (digits == end - from && digits <= MAX && isPlausible(text, from, end, digits)) {
            spans.add(from, end);
            return;
        }
        for (int start = from; start < end; start = nextGroup(text, start, end)) {
            int stop = longestCard(text, start, end);
            if (stop > 0) {
                spans.add(start, stop);
                start = stop - 1;
            }
        }
    }

    /** End of the longest card number that starts at a group and ends at one; 0 if there is none. */
    private static int longestCard(String text, int start, int end) {
        int digits = 0;
        int found = 0;
        for (int i = start; i < end && digits <= MAX; i++) {
            if (!isDigit(text.charAt(i))) {
                continue;
            }
            digits++;
            boolean groupEnds = i + 1 == end || !isDigit(text.charAt(i + 1));
            if (groupEnds && digits >= MIN && digits <= MAX && isIssued(text, start, i + 1, digits)) {
                found = i + 1;
            }
        }
        return found;
    }

    private static int nextGroup(String text, int from, int end) {
        int i = from;
        while (i < end && isDigit(text.charAt(i))) {
            i++;
        }
        while (i < end && !isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isPlausible(String text, int from, int end, int digits) {
        int first = digit(text.charAt(from));
        boolean known = digits == MIN ? first == 4 : first >= 2 && first != 7;
        return known && passesLuhn(text, from, end);
    }

    private static boolean isIssued(String text, int from, int end, int digits) {
        int prefix = prefix(text, from);
        if (digits == MIN && prefix / 100_000 != 4) {
            return false; // the numbers of goods (EAN) are that long too
        }
        for (int[] issuer : ISSUERS) {
            if (prefix >= issuer[0] && prefix <= issuer[1] && digits >= issuer[2] && digits <= issuer[3]) {
                return passesLuhn(text, from, end);
            }
        }
        return false;
    }

    private static int prefix(String text, int from) {
        int prefix = 0;
        int digits = 0;
        for (int i = from; digits < 6; i++) {
            if (isDigit(text.charAt(i))) {
                prefix = prefix * 10 + digit(text.charAt(i));
                digits++;
            }
        }
        return prefix;
    }

    private static boolean passesLuhn(String text, int from, int end) {
        int sum = 0;
        boolean twice = false;
        for (int i = end - 1; i >= from; i--) {
            if (isDigit(text.charAt(i))) {
                int value = digit(text.charAt(i)) * (twice ? 2 : 1);
                sum += value > 9 ? value - 9 : value;
                twice = !twice;
            }
        }
        return sum % 10 == 0;
    }

    private static int count(String text, int from, int end) {
        int digits = 0;
        for (int i = from; i < end; i++) {
            digits += isDigit(text.charAt(i)) ? 1 : 0;
        }
        return digits;
    }

    /** Digits glued to Latin letters are part of a digest, an id or a word. */
    private static boolean isBounded(String text, int from, int end) {
        return (from == 0 || !isLatinOrDigit(text.charAt(from - 1)) || isGlued(text, from))
                && (end == text.length() || !isLatinOrDigit(text.charAt(end)));
    }

    private static boolean isGlued(String text, int from) {
        return GLUED.matcher(text.substring(Math.max(0, from - LONGEST_GLUED), from))
                .find();
    }

    static boolean isLatinOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    static boolean isDigit(char c) {
        return c < 128 ? c >= '0' && c <= '9' : Character.isDigit(c);
    }

    private static int digit(char c) {
        return Character.digit(c, 10);
    }

    private static boolean isSeparator(char c) {
        if (c < 128) {
            return c == ' ' || c == '-' || c == '.' || c == '\t' || c == '_';
        }
        int type = Character.getType(c);
        return type == Character.SPACE_SEPARATOR || type == Character.DASH_PUNCTUATION || type == Character.FORMAT;
    }
}
