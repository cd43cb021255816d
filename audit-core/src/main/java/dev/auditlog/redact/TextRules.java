package dev.auditlog.redact;

/**
 * Finds secrets in a text by their form and by the names beside them. Each rule runs only where a cheap look at the
 * text says that it may find something.
 */
final class TextRules {

    private static final int SHORTEST = 6;

    private final SecretNames names;
    private final KnownSecrets secrets;

    TextRules(SecretNames names, KnownSecrets secrets) {
        this.names = names;
        this.secrets = secrets;
    }

    /** Returns the text with its secrets masked, the same object if it has none. */
    String mask(String text) {
        Spans spans = find(text);
        return spans.isEmpty() ? text : spans.mask(text);
    }

    boolean hasSecret(String text) {
        return !find(text).isEmpty();
    }

    private Spans find(String text) {
        Spans spans = new Spans();
        if (text.length() < SHORTEST) {
            return spans;
        }
        TextLook look = TextLook.at(text);
        apply(text, look, spans);
        if (look.hasPercents()) {
            findEncoded(text, spans);
        }
        if (Escapes.mayBeIn(text)) {
            String decoded = Escapes.decode(spans.mask(text));
            Spans behind = new Spans();
            apply(decoded, TextLook.at(decoded), behind);
            if (!behind.isEmpty()) {
                spans.add(0, text.length()); // where in the text they stand is not known
            }
        }
        return spans;
    }

    private void apply(String text, TextLook look, Spans spans) {
        if (look.digits() >= 9) {
            SocialSecurityNumbers.find(text, spans);
        }
        if (look.digits() >= 13) {
            CardNumbers.find(text, spans);
        }
        if (look.hasDashes() && look.hasSpaces() && look.letters() > 3) {
            CommandLines.find(text, spans, secrets);
        }
        if (look.digits() >= 8 && look.letters() >= 2) {
            Ibans.find(text, spans);
        }
        if (look.longestRun() >= KeyShapes.SHORTEST) {
            KeyShapes.find(text, look.longestRun(), spans);
        }
        if (look.hasSpaces() && look.letters() > 8) {
            KeyShapes.findCredentials(text, spans);
        }
        if (look.hasDashes() && look.letters() > 12) {
            PrivateKeys.find(text, spans);
        }
        if (look.hasSlashes()) {
            UrlPasswords.find(text, spans, secrets);
        }
        if (look.hasSeparators() || look.hasDashes()) {
            NamedValues.find(text, names, spans, secrets);
        }
        if (look.letters() > 2 && (look.hasSeparators() || look.hasQuotes() || look.hasSpaces())) {
            applyToPairs(text, look, spans);
        }
    }

    private void applyToPairs(String text, TextLook look, Spans spans) {
        NamedSpans found = new NamedSpans(text, names, spans, secrets);
        if (look.hasSeparators() || look.hasQuotes()) {
            QuotedPairs.find(found);
        }
        if (look.hasSpaces()) {
            DatabaseTexts.find(found);
        }
        if (look.hasSpaces() && look.hasMoreThanWords()) {
            SpokenValues.find(text, names, found);
        }
    }

    /** Looks behind percent-encoding, word by word; a word that hides something is masked as a whole. */
    private void findEncoded(String text, Spans spans) {
        int from = 0;
        while (from < text.length()) {
            int to = from;
            while (to < text.length() && !Character.isWhitespace(text.charAt(to))) {
                to++;
            }
            String word = text.substring(from, to);
            String decoded = Percent.decodeFully(word);
            if (!decoded.equals(word)) {
                Spans behind = new Spans();
                apply(decoded, TextLook.at(decoded), behind);
                if (!behind.isEmpty() && !spans.covers(from)) {
                    spans.add(from, to);
                }
            }
            from = to + 1;
        }
    }
}
