package dev.auditlog.bench;

/**
 * Something to ask.
 *
 * @param kind which table it stands in
 * @param filter as a user types it
 * @param matching about how many events it finds: many, few or none
 * @param range of times
 * @param targetMillis within which 95 of 100 are to be answered; 0 where there is no target
 * @param ask asks once
 */
record QueryCase(String kind, String filter, String matching, String range, double targetMillis, Asking ask) {

    /** Asks and returns how many rows came, or how many were counted. */
    interface Asking {
        long once() throws Exception;
    }

    String name() {
        return kind + " | " + (filter.isEmpty() ? "(all)" : filter) + " | " + range;
    }
}
