package dev.auditlog.web.complete;

/**
 * Something that may stand next in a query.
 *
 * @param insert what takes the place of what was typed; quoted where it has to be
 * @param label what is shown
 * @param note what it means, in the reader's language, or an actor's name; empty where there is nothing to say
 * @param count events that have the value; negative where they are not counted
 */
public record Suggestion(String insert, String label, String note, long count) {

    static final long UNCOUNTED = -1;
}
