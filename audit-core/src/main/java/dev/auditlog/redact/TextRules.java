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
        Look look = Look.at(text);
        apply(text, look, spans);
        if (look.percent) {
            findEncoded(text, spans);
        }
        if (Escapes.mayBeIn(text)) {
            String decoded = Escapes.decode(spans.mask(text));
            Spans behind = new Spans();
            apply(decoded, Look.at(decoded), behind);
            if (!behind.isEmpty()) {
                spans.add(0, text.length()); // where in the text they stand is not known
            }
        }
        return spans;
    }

    private void apply(String text, Look look, Spans spans) {
        if (look.digits >= 9) {
            SocialSecurityNumbers.find(text, spans);
        }
        if (look.digits >= 13) {
            CardNumbers.find(text, spans);
        }
        if (look.dashes && look.spaces && look.letters > 3) {
            CommandLines.find(text, spans, secrets);
        }
        if (look.digits >= 8 && look.letters >= 2) {
            Ibans.find(text, spans);
        }
        if (look.longestRun >= KeyShapes.SHORTEST) {
            KeyShapes.find(text, spans);
        }
        if (look.spaces && look.letters > 8) {
            KeyShapes.findCredentials(text, spans);
        }
        if (look.dashes && look.letters > 12) {
            PrivateKeys.find(text, spans);
        }
        if (look.slashes) {
            UrlPasswords.find(text, spans, secrets);
        }
        if (look.separator || look.dashes) {
            NamedValues.find(text, names, spans, secrets);
        }
        if (look.letters > 2 && (look.separator || look.quotes || look.spaces)) {
            applyToPairs(text, look, spans);
        }
    }

    private void applyToPairs(String text, Look look, Spans spans) {
        NamedSpans found = new NamedSpans(text, names, spans, secrets);
        if (look.separator || look.quotes) {
            QuotedPairs.find(found);
        }
        if (look.spaces) {
            DatabaseTexts.find(found);
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
                apply(decoded, Look.at(decoded), behind);
                if (!behind.isEmpty() && !spans.covers(from)) {
                    spans.add(from, to);
                }
            }
            from = to + 1;
        }
    }

    /** What a first pass over a text sees. */
    private static final class Look {

        private int digits;
        private int letters;
        private int longestRun;
        private boolean spaces;
        private boolean dashes;
        private boolean slashes;
        private boolean separator;
        private boolean quotes;
        private boolean signs;
        private boolean percent;

        static Look at(String text) {
            Look look = new Look();
            int run = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                boolean inRun = look.see(c);
                run = inRun ? run + 1 : 0;
                look.longestRun = Math.max(look.longestRun, run);
            }
            return look;
        }

        private boolean see(char c) {
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
                letters++;
                return true;
            }
            if (CardNumbers.isDigit(c)) {
                digits++;
                return true;
            }
            switch (c) {
                case ' ', '\t', '\n', '\r', '\u00A0' -> spaces = true;
                case '-' -> dashes = true;
                case '/' -> slashes = true;
                case ':', '=', '>', '：', '＝', '﹕', '∶', '꞉' -> separator = true;
                case '%' -> percent = true;
                case '"', '\'', '`' -> quotes = true;
                case '!', '@', '#', '$', '^', '*', '+', '~' -> signs = true;
                default -> {}
            }
            return "-/:=_.+".indexOf(c) >= 0;
        }
    }
}
