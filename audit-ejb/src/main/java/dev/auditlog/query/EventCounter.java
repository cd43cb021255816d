package dev.auditlog.query;

import java.util.List;
import java.util.Set;

/**
 * Counts events by what they have in common. Safe for many threads. Begins at the end of the time range, and stops when
 * the time for it is over ({@code audit.console.count-timeout}): the result says from when on it counted.
 */
public interface EventCounter {

    /** Values of a facet at most. */
    int TOP = 10;

    /**
     * Counts the values of facets.
     *
     * @param query with both ends of its time range
     * @return one for each facet, in their order
     * @throws IllegalArgumentException if the query's time range is open
     * @throws QuerySyntaxException if it has more values than the database can compare
     * @throws TooManyQueriesException if as many queries run as may, and none ended soon
     */
    List<FacetCounts> facets(EventQuery query, Set<Facet> facets);

    /**
     * Counts those values of a facet that begin with a text, whatever their case, as {@link #facets} counts all.
     *
     * @return the most frequent of them
     */
    FacetCounts values(EventQuery query, Facet facet, String beginning);

    /**
     * Counts the events in each part of the query's time range.
     *
     * @param query with both ends of its time range
     * @param division into which parts; the range cuts the first and the last one
     * @throws IllegalArgumentException if the query's time range is open
     * @throws QuerySyntaxException if it has more values than the database can compare
     * @throws TooManyQueriesException if as many queries run as may, and none ended soon
     */
    Histogram histogram(EventQuery query, Division division);
}
