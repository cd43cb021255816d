package dev.auditlog.redact;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was learnt about one event while it was redacted. Not safe for many threads. */
final class Findings {

    final KnownSecrets secrets = new KnownSecrets();
    private final Set<String> redacted = new LinkedHashSet<>();
    private boolean truncated;

    /** Notes where something was masked: a JSON Pointer, {@code query:name} or the name of a field. */
    void redacted(String place) {
        if (redacted.size() < FieldLimits.REDACTED) {
            redacted.add(Texts.cut(Texts.line(place), FieldLimits.REDACTED_ENTRY));
        } else if (redacted.size() == FieldLimits.REDACTED) {
            redacted.add(Marks.TRUNCATED);
        }
    }

    void truncated() {
        truncated = true;
    }

    boolean isTruncated() {
        return truncated;
    }

    List<String> redactedPlaces() {
        return List.copyOf(redacted);
    }
}
