package dev.auditlog.redact;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Masks, makes storable and cuts the single texts of an event. Not safe for many threads. */
final class FieldTexts {

    private final Findings findings;
    private final Leaves leaves;
    private final Map<String, Node> seen = new HashMap<>();

    FieldTexts(Findings findings, Leaves leaves) {
        this.findings = findings;
        this.leaves = leaves;
    }

    /** First pass: learns the secrets of a text. */
    void look(@Nullable String text) {
        if (text != null) {
            seen.computeIfAbsent(text, leaves::text);
        }
    }

    void lookAtPath(String path) {
        if (isOneText(path)) {
            look(path);
            return;
        }
        for (String segment : path.split("/", -1)) {
            look(segment);
        }
    }

    /** Masks secrets by their form, and known ones. */
    @Nullable
    String any(String place, @Nullable String raw, int limit) {
        if (raw == null) {
            return null;
        }
        look(raw);
        String masked = JsonOut.plain(seen.getOrDefault(raw, Node.Hidden.HIDDEN), findings);
        return finished(place, raw, masked, limit);
    }

    /** With a URL or white space in it, a path is rather a text; the value beside a name there may hold a slash. */
    private static boolean isOneText(String path) {
        return path.contains("//") || path.indexOf('/') < 0 || path.chars().anyMatch(Character::isWhitespace);
    }

    /** Masks each segment of a path for itself, then known secrets, which may hold a slash. */
    String path(String place, String raw, int limit) {
        if (isOneText(raw)) {
            return text(place, raw, limit);
        }
        StringBuilder masked = new StringBuilder(raw.length());
        for (String segment : raw.split("/", -1)) {
            look(segment);
            masked.append(JsonOut.plain(seen.getOrDefault(segment, Node.Hidden.HIDDEN), findings))
                    .append('/');
        }
        masked.setLength(masked.length() - 1);
        return finished(place, raw, findings.secrets.mask(masked.toString()), limit);
    }

    private String text(String place, String raw, int limit) {
        String masked = any(place, raw, limit);
        return masked == null ? "" : masked;
    }

    /** Masks secrets by their form only. */
    @Nullable
    String byForm(String place, @Nullable String raw, int limit) {
        if (raw == null) {
            return null;
        }
        Node node = leaves.text(raw);
        boolean secret =
                node instanceof Node.Nested json ? json.masked() : node instanceof Node.Text text && text.masked();
        String masked = node instanceof Node.Text text ? text.value() : secret ? Redactor.MASK : raw;
        return finished(place, raw, masked, limit);
    }

    /** Masks nothing: for what no client can write. */
    @Nullable
    String plain(@Nullable String raw, int limit) {
        return raw == null ? null : line(raw, limit);
    }

    String line(String raw, int limit) {
        String line = Texts.line(raw);
        if (line.length() > limit) {
            findings.truncated();
        }
        return Texts.cut(line, limit);
    }

    private String finished(String place, String raw, String masked, int limit) {
        if (!masked.equals(raw)) {
            findings.redacted(place);
        }
        return line(masked, limit);
    }
}
