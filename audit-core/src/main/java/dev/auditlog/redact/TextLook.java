package dev.auditlog.redact;

/**
 * What a first pass over a text sees, so that costly rules run only where they may find something. It may see too much,
 * never too little.
 */
final class TextLook {

    private static final int SPACE = 1;
    private static final int DASH = 1 << 1;
    private static final int SLASH = 1 << 2;
    private static final int SEPARATOR = 1 << 3;
    private static final int QUOTE = 1 << 4;
    private static final int SIGN = 1 << 5;
    private static final int PERCENT = 1 << 6;
    private static final int RUN = 1 << 7;
    private static final int LETTER = 1 << 8;
    private static final int DIGIT = 1 << 9;

    private static final int[] ASCII = ascii();

    private final int seen;
    private final int digits;
    private final int letters;
    private final int longestRun;

    private TextLook(int seen, int digits, int letters, int longestRun) {
        this.seen = seen;
        this.digits = digits;
        this.letters = letters;
        this.longestRun = longestRun;
    }

    static TextLook at(String text) {
        int seen = 0;
        int digits = 0;
        int letters = 0;
        int run = 0;
        int longestRun = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int kind = c < 128 ? ASCII[c] : other(c);
            seen |= kind;
            if ((kind & RUN) == 0) {
                longestRun = Math.max(longestRun, run);
                run = 0;
            } else {
                run++;
                letters += kind >> 8 & 1;
                digits += kind >> 9 & 1;
            }
        }
        return new TextLook(seen, digits, letters, Math.max(longestRun, run));
    }

    /** ASCII letters. */
    int letters() {
        return letters;
    }

    /** Digits of any script. */
    int digits() {
        return digits;
    }

    /** Length of the longest run of letters, digits and the signs that stand within tokens. */
    int longestRun() {
        return longestRun;
    }

    boolean hasSpaces() {
        return (seen & SPACE) != 0;
    }

    boolean hasDashes() {
        return (seen & DASH) != 0;
    }

    boolean hasSlashes() {
        return (seen & SLASH) != 0;
    }

    /** A colon, an equals sign, or what looks like one. */
    boolean hasSeparators() {
        return (seen & SEPARATOR) != 0;
    }

    boolean hasQuotes() {
        return (seen & QUOTE) != 0;
    }

    boolean hasPercents() {
        return (seen & PERCENT) != 0;
    }

    /** Whether there is anything of which values are made that look like no word. */
    boolean hasMoreThanWords() {
        return (seen & (DIGIT | SIGN | PERCENT | SEPARATOR | QUOTE)) != 0;
    }

    private static int other(char c) {
        return switch (c) {
            case '\u00A0' -> SPACE;
            case '：', '＝', '﹕', '∶', '꞉' -> SEPARATOR;
            default -> Character.isDigit(c) ? DIGIT | RUN : 0;
        };
    }

    private static int[] ascii() {
        int[] kinds = new int[128];
        for (char c = 'a'; c <= 'z'; c++) {
            kinds[c] = LETTER | RUN;
            kinds[Character.toUpperCase(c)] = LETTER | RUN;
        }
        for (char c = '0'; c <= '9'; c++) {
            kinds[c] = DIGIT | RUN;
        }
        add(kinds, " \t\n\r", SPACE);
        add(kinds, "-", DASH);
        add(kinds, "/", SLASH);
        add(kinds, ":=>", SEPARATOR);
        add(kinds, "\"'`", QUOTE);
        add(kinds, "!@#$^*+~", SIGN);
        add(kinds, "%", PERCENT);
        add(kinds, "-/:=_.+", RUN);
        return kinds;
    }

    private static void add(int[] kinds, String signs, int kind) {
        for (int i = 0; i < signs.length(); i++) {
            kinds[signs.charAt(i)] |= kind;
        }
    }
}
