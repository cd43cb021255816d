package dev.auditlog.web.complete;

import java.util.List;

/**
 * What may stand next, and where it goes.
 *
 * @param start first character of the query that a suggestion replaces
 * @param end behind the last one
 * @param complete false where there was no time to look at the whole range
 * @param narrowed false where what is counted need not match the other terms of the query
 */
public record Suggestions(int start, int end, List<Suggestion> items, boolean complete, boolean narrowed) {

    /** Copies the list. */
    public Suggestions {
        items = List.copyOf(items);
    }
}
