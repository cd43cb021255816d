package dev.auditlog.redact;

import java.util.Set;

/**
 * Finds values that stand beside a secret name in a text: {@code password=x}, {@code "pin" : "x"}, {@code API key: x},
 * {@code <token>x</token>}, {@code --password x}.
 *
 * <p>Where a value without quotes ends is a guess, so it rather takes too much: up to the end of the line, unless
 * another name with its value follows.
 */
final class NamedValues {

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_TAG = 256;
    private static final int MAX_GAP = 40;
    private static final int WORDS = 4;

    /** Said by parsers, of tokens of another sort; and values that are none. */
    private static final Set<String> HARMLESS = Set.of(
            "COMMA",
            "COLON",
            "EOF",
            "STRING",
            "NUMBER",
            "CURLYOPEN",
            "CURLYCLOSE",
            "SQUAREOPEN",
            "SQUARECLOSE",
            "TRUE",
            "FALSE",
            "NULL",
            "null",
            "true",
            "false",
            "none",
            "undefined",
            "***",
            "******",
            Redactor.MASK);

    /** After these, everything up to the end of the line is the value. */
    private static final Set<String> WHOLE_LINE = Set.of(
            "authorization", "cookie", "phrase", "mnemonic", "passphrase", "string", "credential", "credentials");

    private final String text;
    private final SecretNames names;
    private final Spans spans;
    private final KnownSecrets secrets;

    private NamedValues(String text, SecretNames names, Spans spans, KnownSecrets secrets) {
        this.text = text;
        this.names = names;
        this.spans = spans;
        this.secrets = secrets;
    }

    static void find(String text, SecretNames names, Spans spans, KnownSecrets secrets) {
        new NamedValues(text, names, spans, secrets).find();
    }

    private void find() {
        int next = 0;
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (i < next) {
                continue;
            }
            if (c == ' ') {
                next = flag(i);
            } else if (isSeparator(c)) {
                next = c == '>' && text.charAt(i - 1) != '-' ? tag(i) : pair(i);
            }
        }
    }

    /** An option of a command line: {@code --password x}, {@code -password x}. */
    private int flag(int space) {
        int start = nameStart(space);
        boolean flag = space - start > 3 && text.charAt(start) == '-';
        return flag && names.isSecret(text.substring(start, space))
                ? take(space + 1, valueEnd(space + 1, false), true)
                : 0;
    }

    /** Looks at a separator; returns where to go on. */
    private int pair(int separator) {
        int end = skipBack(text.charAt(separator) == '>' ? separator - 1 : separator);
        int start = nameStart(end);
        if (start == end) {
            return 0;
        }
        String name = text.substring(start, end);
        boolean secret = names.isSecret(name) || isPhrase(start, end);
        return secret && !isScheme(separator) ? value(separator, name) : 0;
    }

    private boolean isScheme(int separator) {
        return text.startsWith("//", separator + 1);
    }

    private int skipBack(int from) {
        int i = from;
        while (i > 0 && from - i < MAX_GAP && isGap(text.charAt(i - 1))) {
            i--;
        }
        return i;
    }

    private static boolean isGap(char c) {
        return c == ' '
                || c == '\t'
                || c == '"'
                || c == '\''
                || c == '\\'
                || c == '`'
                || c == '*'
                || c == '\u00A0'
                || c == 0;
    }

    private int nameStart(int end) {
        int i = end;
        while (i > 0 && end - i < LONGEST_NAME && isNamePart(text.charAt(i - 1))) {
            i--;
        }
        return i;
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c)
                || c == '_'
                || c == '-'
                || c == '.'
                || c == '$'
                || c == '['
                || c == ']'
                || c == '%'
                || c >= 128 && !Character.isWhitespace(c) && !Character.isSpaceChar(c) && !isSeparator(c);
    }

    /** A name of several words, of which the last one alone is none: "card number", "mot de passe". */
    private boolean isPhrase(int start, int end) {
        int from = start;
        for (int words = 2; words <= WORDS; words++) {
            if (from < 2 || text.charAt(from - 1) != ' ') {
                return false;
            }
            int before = nameStart(from - 1);
            if (before == from - 1 || end - before > LONGEST_NAME) {
                return false;
            }
            from = before;
            if (names.isPhrase(text.substring(from, end))) {
                return true;
            }
        }
        return false;
    }

    private int value(int separator, String name) {
        int from = separator + 1;
        boolean spaced = separator > 0 && text.charAt(separator - 1) == ' ';
        while (from < text.length() && from - separator < 3 && isSeparator(text.charAt(from))) {
            from++;
        }
        while (from < text.length() && (text.charAt(from) == ' ' || text.charAt(from) == '\t')) {
            spaced = true;
            from++;
        }
        int quote = from;
        while (quote < text.length() && text.charAt(quote) == '\\') {
            quote++;
        }
        if (quote < text.length() && isQuote(text.charAt(quote))) {
            return take(quote + 1, closingQuote(quote), true);
        }
        if (from < text.length() && isLineBreak(from)) {
            return block(from);
        }
        boolean colon = text.charAt(separator) != '=' || spaced;
        int end = isOpen(from) || isWholeLine(name) ? lineEnd(from, isOpen(from)) : valueEnd(from, colon);
        return take(from, end, !colon);
    }

    /** Whether a line ends here, or after the mark of a block as in YAML. */
    private boolean isLineBreak(int at) {
        int i = at;
        if (text.charAt(i) == '|' || text.charAt(i) == '>') {
            i++;
            i += i < text.length() && (text.charAt(i) == '-' || text.charAt(i) == '+') ? 1 : 0;
        }
        return i < text.length() && (text.charAt(i) == '\n' || text.charAt(i) == '\r');
    }

    /** The value is the next line, unless that has a name of its own; a marked block has no end that is for sure. */
    private int block(int mark) {
        boolean marked = text.charAt(mark) == '|' || text.charAt(mark) == '>';
        int from = lineEnd(mark, false);
        while (from < text.length()
                && (isGap(text.charAt(from)) || text.charAt(from) == '\n' || text.charAt(from) == '\r')) {
            from++;
        }
        return !marked && isPairAt(from) ? 0 : take(from, lineEnd(from, marked), true);
    }

    private boolean isOpen(int at) {
        return at < text.length()
                && (text.charAt(at) == '{' || text.charAt(at) == '[')
                && !text.startsWith(Redactor.MASK, at);
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'' || c == '`';
    }

    private int closingQuote(int quote) {
        int end = quote + 1;
        boolean escapedQuotes = quote > 0 && text.charAt(quote - 1) == '\\';
        while (end < text.length()) {
            boolean escaped = text.charAt(end - 1) == '\\' && end - 1 > quote;
            boolean doubled = text.charAt(quote) == '\'' && text.startsWith("''", end);
            if (doubled) {
                end++;
            } else if (text.charAt(end) == text.charAt(quote) && (escapedQuotes || !escaped)) {
                return escapedQuotes && escaped ? end - 1 : end;
            }
            end++;
        }
        return end;
    }

    private boolean isWholeLine(String name) {
        for (String word : NameWords.of(name)) {
            if (WHOLE_LINE.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** A block that opens here goes on to the end of the text: where it closes is not for sure. */
    private int lineEnd(int from, boolean block) {
        int end = from;
        while (end < text.length() && (block || text.charAt(end) != '\n' && text.charAt(end) != '\r')) {
            end++;
        }
        return end;
    }

    private int valueEnd(int from, boolean manyWords) {
        int end = from;
        if (text.startsWith("<", from) && !text.startsWith("</", from)) {
            int close = text.indexOf('>', from);
            return close < 0 || close - from > LONGEST_NAME ? from : close + 1;
        }
        for (; end < text.length(); end++) {
            char c = text.charAt(end);
            if (c == '\n' || c == '\r' || c == '"' || c == '<' || c == '\'') {
                break;
            }
            if ((c == ' ' || c == '\t') && (!manyWords || isPairAt(end + 1))) {
                break;
            }
            if (isDelimiter(c) && isAfterValue(end + 1)) {
                break;
            }
        }
        while (end > from && text.charAt(end - 1) == ' ') {
            end--;
        }
        return end;
    }

    private static boolean isDelimiter(char c) {
        return c == '&' || c == ';' || c == ',' || c == ')' || c == ']' || c == '}' || c == '|' || c == '>' || c == '#';
    }

    /** Says whether a delimiter before this place ended a value: nothing, a gap, or a further pair follows. */
    private boolean isAfterValue(int at) {
        if (at >= text.length()) {
            return true;
        }
        char c = text.charAt(at);
        return Character.isWhitespace(c) || isDelimiter(c) || isQuote(c) || isPairAt(at);
    }

    private boolean isPairAt(int from) {
        int i = from;
        while (i < text.length() && i - from < LONGEST_NAME && isNamePart(text.charAt(i))) {
            i++;
        }
        return i > from && i < text.length() && (text.charAt(i) == '=' || text.charAt(i) == ':');
    }

    private int tag(int close) {
        int open = close - 1;
        while (open >= 0 && close - open <= LONGEST_TAG && text.charAt(open) != '<' && text.charAt(open) != '>') {
            open--;
        }
        if (open < 0 || text.charAt(open) != '<' || text.startsWith("</", open)) {
            return 0;
        }
        int end = open + 1;
        while (end < close && isNamePart(text.charAt(end)) || end < close && text.charAt(end) == ':') {
            end++;
        }
        String name = text.substring(open + 1, end);
        if (!names.isSecret(name) || text.charAt(close - 1) == '/') {
            return 0;
        }
        int valueEnd = text.indexOf("</", close);
        return take(close + 1, valueEnd < 0 ? text.length() : valueEnd, true);
    }

    private int take(int from, int to, boolean sure) {
        if (from >= to || text.startsWith(Redactor.MASK, from) || HARMLESS.contains(text.substring(from, to))) {
            return 0;
        }
        String value = text.substring(from, to);
        spans.add(from, to);
        if (sure || value.indexOf(' ') < 0 && value.chars().anyMatch(Character::isDigit)) {
            secrets.add(value);
        }
        return to;
    }

    private static boolean isSeparator(char c) {
        return c == '=' || c == ':' || c == '>' || c >= 128 && "：＝﹕∶꞉".indexOf(c) >= 0;
    }
}
