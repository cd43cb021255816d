package dev.auditlog.query;

/**
 * Tells how many events came, to somebody who asks every few seconds. Safe for many threads. Made to be asked often: it
 * counts few, gives up after a second, and takes at most half of the queries that may run at once.
 */
public interface EventWatch {

    /** Events are counted up to here. */
    int MOST = 1_000;

    /**
     * Counts the events that match, at most {@value #MOST} of them.
     *
     * @param query from the moment on that the asker has seen
     * @throws QueryTimeoutException if the database took longer than a second
     * @throws TooManyQueriesException if as many queries run as may, and none ended soon
     * @throws QuerySyntaxException if it has more values than the database can compare
     */
    EventTotal arrived(EventQuery query);
}
