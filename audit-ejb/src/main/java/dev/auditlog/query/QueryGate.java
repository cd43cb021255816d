package dev.auditlog.query;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets a number of queries run at once; others wait a little, in their order, and are then refused. */
final class QueryGate {

    private final int limit;
    private final Duration patience;
    private final Semaphore permits;

    QueryGate(int limit, Duration patience) {
        this.limit = limit;
        this.patience = patience;
        this.permits = new Semaphore(limit, true);
    }

    /**
     * Runs the query on this thread.
     *
     * @throws TooManyQueriesException if none of the running ones ended in time, or the thread was interrupted
     */
    <T> T run(Supplier<T> query) {
        if (!enter()) {
            throw QueryMessages.tooManyQueries(limit);
        }
        try {
            return query.get();
        } finally {
            permits.release();
        }
    }

    private boolean enter() {
        try {
            return permits.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
