package dev.auditlog.redact;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the values that a pattern finds beside names, where a name is a secret's. Not safe for many threads. */
final class NamedSpans {

    private static final Pattern COMMA = Pattern.compile(",");

    private final String text;
    private final SecretNames names;
    private final Spans spans;
    private final KnownSecrets secrets;

    NamedSpans(String text, SecretNames names, Spans spans, KnownSecrets secrets) {
        this.text = text;
        this.names = names;
        this.spans = spans;
        this.secrets = secrets;
    }

    String text() {
        return text;
    }

    /** Looks for a form that has a name, or several with commas, and a value in the groups of these numbers. */
    void find(Pattern form, int name, int value) {
        for (Matcher m = form.matcher(text); m.find(); ) {
            if (isAnySecret(m.group(name))) {
                take(m.start(value), m.end(value));
            }
        }
    }

    boolean isAnySecret(String list) {
        if (list.indexOf(',') < 0) {
            return names.isSecret(list.strip());
        }
        return COMMA.splitAsStream(list).anyMatch(name -> names.isSecret(name.strip()));
    }

    /** Masks a value and remembers it, without the quote that it may begin with. */
    void take(int from, int to) {
        if (from < to && !text.startsWith(Redactor.MASK, from)) {
            spans.add(from, to);
            secrets.add(text.substring(isQuote(text.charAt(from)) ? from + 1 : from, to));
        }
    }

    /** Masks a place that has more in it than one value. */
    void hide(int from, int to) {
        spans.add(from, to);
    }

    static boolean isQuote(char c) {
        return c == '"' || c == '\'' || c == '`';
    }
}
