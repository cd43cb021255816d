package dev.auditlog.view;

import dev.auditlog.query.Order;

/**
 * What a view is called and what it shows.
 *
 * @param name 1 to {@value ViewRules#MAX_NAME} characters; unique among the views of its owner, without regard to case
 * @param query in the query language; empty for every event
 * @param from start of the time range as it is written in an address: an instant, a relative time, or empty for the default
 * @param to its end, likewise
 * @param order which events come first
 */
public record ViewContent(String name, String query, String from, String to, Order order) {

    /** The same under another name. */
    public ViewContent named(String other) {
        return new ViewContent(other, query, from, to, order);
    }
}
