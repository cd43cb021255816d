package dev.auditlog.redact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where in a text secrets stand. Not safe for many threads. */
final class Spans {

    private record Span(int from, int to) {}

    private final List<Span> found = new ArrayList<>(2);

    void add(int from, int to) {
        if (from < to) {
            found.add(new Span(from, to));
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** Says whether a place is already known to be secret. */
    boolean covers(int at) {
        for (Span span : found) {
            if (span.from <= at && at < span.to) {
                return true;
            }
        }
        return false;
    }

    /** Returns the text with each place replaced by the mask; places that overlap or touch become one. */
    String mask(String text) {
        if (found.isEmpty()) {
            return text;
        }
        found.sort(Comparator.comparingInt(Span::from));
        StringBuilder masked = new StringBuilder(text.length());
        int kept = 0;
        int end = -1;
        for (Span span : found) {
            if (span.from > end) {
                masked.append(text, kept, span.from).append(Redactor.MASK);
            }
            end = Math.max(end, span.to);
            kept = end;
        }
        return masked.append(text, kept, text.length()).toString();
    }
}
