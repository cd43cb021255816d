package dev.auditlog.redact;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds values that a sentence gives to a secret name: {@code the password is x1}, {@code OTP 481516}, {@code with
 * password 'x'}. Only what looks like no word is taken for a value, so that {@code password is required} stays.
 */
final class SpokenValues {

    private static final int SHORTEST = 4;
    private static final int LONGEST = 256;
    private static final int LONGEST_NAME = 48;

    /** Words and signs between a name and its value. */
    private static final Set<String> BETWEEN = Set.of(
            "is", "was", "are", "be", "to", "from", "as", "equals", "ist", "lautet", "est", "es", "jest", "-", "--",
            "->", "=>", "→", "|", "/", "–", "—");

    private static final Pattern MOMENT_OR_ADDRESS =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*|\\d{1,2}[:.]\\d{2}.*|[^@]+@[^@]+\\.[^@]+|\\w+://.*");

    private static final Pattern NO_NAME = Pattern.compile("[=<>;:,/&]");

    private final String text;
    private final SecretNames names;
    private final NamedSpans found;

    private SpokenValues(String text, SecretNames names, NamedSpans found) {
        this.text = text;
        this.names = names;
        this.found = found;
    }

    static void find(String text, SecretNames names, NamedSpans found) {
        new SpokenValues(text, names, found).find();
    }

    private void find() {
        int from = wordStart(0);
        int masked = -1; // where the last value stood
        while (from < text.length()) {
            int to = wordEnd(from);
            if (NamedSpans.isQuote(text.charAt(from))) {
                to = Math.max(to, closing(from));
            }
            int first = NamedSpans.isQuote(text.charAt(from)) ? from + 1 : from;
            int last = trimmed(first, to);
            if (looksSecret(first, last, first > from) && isNamed(from, masked, last - first)) {
                found.take(first, last);
                masked = from;
            }
            from = wordStart(to);
        }
    }

    private int wordStart(int from) {
        int at = from;
        while (at < text.length() && isGap(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private int wordEnd(int from) {
        int at = from;
        while (at < text.length() && !isGap(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private int closing(int quote) {
        int end = text.indexOf(text.charAt(quote), quote + 1);
        return end < 0 || end - quote > LONGEST ? quote : end + 1;
    }

    private int trimmed(int from, int to) {
        int end = to;
        while (end > from && ".,;:!?)]}\"'`".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private boolean looksSecret(int from, int to, boolean quoted) {
        int length = to - from;
        if (length < SHORTEST - 1 || length > LONGEST || text.startsWith(Redactor.MASK, from)) {
            return false;
        }
        int digits = 0;
        boolean sign = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (CardNumbers.isDigit(c)) {
                digits++;
            } else if (!sign && (c < '0' || c == '=' || c == '@' || c == '^' || c == '~')) {
                sign = "!@#$%^*+=~".indexOf(c) >= 0;
            }
        }
        return (length >= SHORTEST && (quoted || sign || digits > 0) || digits == length)
                && !MOMENT_OR_ADDRESS.matcher(text.substring(from, to)).matches();
    }

    /** Looks back over one word such as "is" at the name; or, after "to", at an earlier value. */
    private boolean isNamed(int value, int masked, int length) {
        int end = before(value);
        int start = startOf(end);
        if (end == start) {
            return false;
        }
        boolean between = BETWEEN.contains(bare(start, end).toLowerCase(Locale.ROOT));
        if (between) {
            end = before(start);
            start = startOf(end);
        }
        if (between && start == masked && start >= 0 && end > start) {
            return true;
        }
        String name = bare(start, end);
        if (name.length() < 2
                || name.length() > LONGEST_NAME
                || NO_NAME.matcher(name).find()) {
            return false;
        }
        if (isPin(name) || names.isSecret(name)) {
            boolean enough = between || isPin(name) || SecretNames.isClear(name);
            return length >= SHORTEST ? enough : name.regionMatches(true, 0, "cv", 0, 2);
        }
        int earlier = startOf(before(start));
        return length >= SHORTEST && earlier < start && names.isPhrase(text.substring(earlier, end));
    }

    private static boolean isPin(String name) {
        return name.equalsIgnoreCase("pin");
    }

    private int before(int at) {
        int end = at;
        while (end > 0 && isGap(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private int startOf(int end) {
        int start = end;
        while (start > 0 && end - start <= LONGEST_NAME && !isGap(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private String bare(int from, int to) {
        int start = from;
        int end = to;
        while (start < end && "[(\"'*`".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && "])\"'*`:,".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isGap(char c) {
        return c == ' ' || c == '\t' || c == '\u00A0' || c == '\n' || c == '\r';
    }
}
