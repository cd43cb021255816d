package dev.auditlog.redact;

import java.util.List;
import java.util.Map;

/**
 * Writes data as compact JSON, up to a length, and masks known secrets on the way. Depth is bounded by
 * {@link FieldLimits#DATA_DEPTH}. Not safe for many threads.
 */
final class JsonOut {

    private static final int LONGEST_EXACT_NUMBER = 15;

    private final StringBuilder out;
    private final StringBuilder pointer = new StringBuilder();
    private final Findings findings;
    private final int limit;
    private final boolean nested;
    private boolean changed;

    private JsonOut(Findings findings, int limit, boolean nested) {
        this.findings = findings;
        this.limit = limit;
        this.nested = nested;
        out = new StringBuilder(Math.min(limit, 512));
    }

    /** Returns the JSON text; places of secrets go into the findings, as JSON Pointers. */
    static String write(Node node, Findings findings, int limit) {
        JsonOut json = new JsonOut(findings, limit, false);
        json.node(node);
        return json.out.toString();
    }

    /** Returns a text that may be masked or JSON itself; findings learn nothing but the cut. */
    static String plain(Node node, Findings findings) {
        if (node instanceof Node.Text text) {
            return findings.secrets.mask(text.value());
        }
        if (node instanceof Node.Nested json) {
            return new JsonOut(findings, json.original().length() * 2 + 64, true).nested(json);
        }
        return node instanceof Node.Mark mark ? mark.value() : Redactor.MASK;
    }

    private String nested(Node.Nested json) {
        node(json.root());
        return changed ? out.toString() : json.original();
    }

    private void node(Node node) {
        if (node instanceof Node.Members object) {
            members(object.members());
        } else if (node instanceof Node.Items list) {
            items(list.items());
        } else if (node instanceof Node.Text text) {
            text(text);
        } else if (node instanceof Node.Bare bare) {
            bare(bare.value());
        } else if (node instanceof Node.Nested json) {
            String inner = plain(json, findings);
            string(inner, !inner.equals(json.original()));
        } else if (node instanceof Node.Mark mark) {
            quoted(mark.value());
        } else {
            string(Redactor.MASK, true);
        }
    }

    private void members(Map<String, Node> members) {
        out.append('{');
        boolean first = true;
        for (Map.Entry<String, Node> member : members.entrySet()) {
            if (!first) {
                out.append(',');
            }
            first = false;
            if (isFull()) {
                quoted(Marks.TRUNCATED);
                out.append(":true");
                break;
            }
            String key = key(member.getKey());
            quoted(key);
            out.append(':');
            int length = step(key);
            node(member.getValue());
            pointer.setLength(length);
        }
        out.append('}');
    }

    private void items(List<Node> items) {
        out.append('[');
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            if (isFull()) {
                quoted(Marks.TRUNCATED);
                break;
            }
            int length = step(Integer.toString(i));
            node(items.get(i));
            pointer.setLength(length);
        }
        out.append(']');
    }

    /** A secret that is used as a name of another member is masked there too, unless it is a mere word. */
    private String key(String key) {
        if (findings.secrets.isEmpty() || key.chars().allMatch(Character::isLetter)) {
            return key;
        }
        return SecretNames.standard().isSecret(key) ? key : findings.secrets.mask(key);
    }

    private void text(Node.Text text) {
        String masked = findings.secrets.mask(text.value());
        string(masked, text.masked() || !masked.equals(text.value()));
    }

    private void bare(String value) {
        if (value.charAt(0) >= 'A') {
            out.append(value);
        } else if (!findings.secrets.mask(value).equals(value)) {
            string(Redactor.MASK, true);
        } else if (isExact(value)) {
            out.append(value);
        } else {
            quoted(value);
        }
    }

    /** Readers may take numbers for doubles (RFC 8785, RFC 7493): what a double cannot hold is kept as a string. */
    private static boolean isExact(String number) {
        int digits = 0;
        int exponent = -1;
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (c == 'e' || c == 'E') {
                exponent = number.length() - i - 1;
                break;
            }
            digits += c >= '0' && c <= '9' ? 1 : 0;
        }
        return digits <= LONGEST_EXACT_NUMBER && exponent <= 2;
    }

    private void string(String value, boolean redacted) {
        if (redacted) {
            changed = true;
            if (!nested) {
                findings.redacted(pointer.toString());
            }
        }
        int start = out.length();
        quoted(Texts.storable(value));
        if (out.length() > limit + 64) {
            out.setLength(start);
            quoted(Marks.TRUNCATED);
            findings.truncated();
        }
    }

    private boolean isFull() {
        boolean full = out.length() > limit;
        if (full) {
            findings.truncated();
        }
        return full;
    }

    private int step(String key) {
        int length = pointer.length();
        if (length <= FieldLimits.REDACTED_ENTRY) {
            String escaped = key.indexOf('~') < 0 && key.indexOf('/') < 0
                    ? key
                    : key.replace("~", "~0").replace("/", "~1");
            pointer.append('/').append(escaped);
        }
        return length;
    }

    private void quoted(String value) {
        out.append('"');
        int plain = 0; // where what needs no escape begins: it is copied in one piece
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != '"' && c != '\\' && !Texts.isDangerous(c)) {
                continue;
            }
            out.append(value, plain, i);
            plain = i + 1;
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> Texts.escape(c, out);
            }
        }
        out.append(value, plain, value.length()).append('"');
    }
}
