package dev.auditlog.query;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets a number of queries run at once; others wait a little, in their order, and are then refused. Half of the places at
 * most are for those who read all that there is.
 */
final class QueryGate {

    private final int limit;
    private final Duration patience;
    private final Semaphore permits;
    private final Semaphore permitsOfReaders;

    QueryGate(int limit, Duration patience) {
        this.limit = limit;
        this.patience = patience;
        this.permits = new Semaphore(limit, true);
        this.permitsOfReaders = new Semaphore(Math.max(1, limit / 2), true);
    }

    /** How long a query waits for its place. */
    Duration patience() {
        return patience;
    }

    /**
     * Runs the query on this thread.
     *
     * @throws TooManyQueriesException if none of the running ones ended in time, or the thread was interrupted
     */
    <T> T run(Supplier<T> query) {
        return within(permits, patience, query);
    }

    /**
     * Runs, on this thread, one query of somebody who reads all that there is, page after page.
     *
     * @param patience how long to wait for a place
     * @throws TooManyQueriesException like {@link #run}
     */
    <T> T runAside(Duration patience, Supplier<T> query) {
        return within(permitsOfReaders, patience, () -> within(permits, patience, query));
    }

    private <T> T within(Semaphore places, Duration wait, Supplier<T> query) {
        if (!enter(places, wait)) {
            throw QueryMessages.tooManyQueries(limit);
        }
        try {
            return query.get();
        } finally {
            places.release();
        }
    }

    private static boolean enter(Semaphore places, Duration wait) {
        try {
            return places.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
