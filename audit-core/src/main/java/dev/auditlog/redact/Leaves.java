package dev.auditlog.redact;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Takes the secrets out of single values, also where a value is JSON itself, plain or in base64. */
final class Leaves {

    private static final int NESTING = 4;
    private static final int SHORTEST_BASE64 = 16;
    private static final int LONGEST_EXPONENT_FORM = 40;

    private final SecretNames names;
    private final Findings findings;
    private final TextRules rules;
    private int nesting;

    Leaves(SecretNames names, Findings findings) {
        this.names = names;
        this.findings = findings;
        rules = new TextRules(names, findings.secrets);
    }

    /** Returns a text in which secrets are masked where they stand. */
    Node text(String value) {
        if (looksLikeJson(value)) {
            Node nested = nested(value);
            if (nested != null) {
                return nested;
            }
        }
        if (isSecretBase64(value)) {
            return new Node.Text(Redactor.MASK, true);
        }
        String masked = rules.mask(value);
        return new Node.Text(masked, !masked.equals(value));
    }

    /** Looks for secrets beside names in something that is not kept itself, so that they are known elsewhere. */
    void learn(String text) {
        rules.mask(text);
    }

    boolean hasSecret(String text) {
        Node node = text(text);
        return node instanceof Node.Text leaf && leaf.masked() || node instanceof Node.Nested json && json.masked();
    }

    /** Says whether a number is a card's, also where it is written with an exponent. */
    boolean isSecretNumber(String number) {
        if (number.length() < 13) {
            return number.length() > 3 && isExponentForm(number) && rules.hasSecret(plain(number));
        }
        return rules.hasSecret(number) || isExponentForm(number) && rules.hasSecret(plain(number));
    }

    private static boolean isExponentForm(String number) {
        return number.length() <= LONGEST_EXPONENT_FORM && (number.indexOf('e') > 0 || number.indexOf('E') > 0);
    }

    private static String plain(String number) {
        try {
            BigDecimal value = new BigDecimal(number);
            boolean small = Math.abs((long) value.scale()) <= LONGEST_EXPONENT_FORM;
            return small ? value.stripTrailingZeros().abs().toPlainString() : "";
        } catch (ArithmeticException | NumberFormatException tooBig) {
            return "";
        }
    }

    static boolean looksLikeJson(String value) {
        if (value.length() < 2) {
            return false;
        }
        char last = last(value);
        char first = first(value);
        return first == '{' && last == '}'
                || first == '[' && last == ']'
                || first == '"' && last == '"' && value.length() > 8;
    }

    static char first(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) > ' ' && value.charAt(i) != '\uFEFF') {
                return value.charAt(i);
            }
        }
        return ' ';
    }

    private static char last(String value) {
        for (int i = value.length() - 1; i >= 0; i--) {
            if (value.charAt(i) > ' ') {
                return value.charAt(i);
            }
        }
        return ' ';
    }

    private @Nullable Node nested(String value) {
        if (nesting >= NESTING) {
            return new Node.Mark(Marks.TOO_DEEP);
        }
        nesting++;
        try {
            DataTree tree = new DataTree(names, findings, this, false);
            boolean whole = JsonScanner.scan(value, false, tree) == JsonScanner.End.WHOLE;
            return whole ? new Node.Nested(tree.root(), tree.hasSecrets(), value) : null;
        } finally {
            nesting--;
        }
    }

    private boolean isSecretBase64(String value) {
        boolean json = value.startsWith("eyJ")
                || value.startsWith("eyA")
                || value.startsWith("ewo")
                || value.startsWith("W3s");
        if (!json || value.length() < SHORTEST_BASE64 || nesting >= NESTING) {
            return false;
        }
        try {
            String standard = value.replace('-', '+').replace('_', '/').replace("=", "");
            String decoded = new String(Base64.getMimeDecoder().decode(standard), StandardCharsets.UTF_8);
            return looksLikeJson(decoded) && nested(decoded) instanceof Node.Nested nested && nested.masked();
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }
}
