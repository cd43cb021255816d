package dev.auditlog.query;

import dev.auditlog.event.AuditEvent;
import java.util.Iterator;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds events. Safe for many threads. Every query is bounded in rows and in time, and at most a configured number runs
 * at once.
 */
public interface EventFinder {

    /** Rows of a page at most. */
    int MAX_LIMIT = 1_000;

    /** Events are counted up to here. */
    int MAX_COUNT = 10_000;

    /**
     * Returns one page of the events that match, newest first unless the query says otherwise, without their request
     * data ({@code request.data} is null).
     *
     * @param cursor where to begin; {@link EventCursor#start()} for the first page
     * @param limit rows at most, 1 to {@value #MAX_LIMIT}
     * @throws QuerySyntaxException if the cursor belongs to another query
     * @throws QueryTimeoutException if the database took longer than a console query may
     * @throws TooManyQueriesException if as many queries run as may, and none ended soon
     * @throws IllegalArgumentException if the limit is out of bounds
     */
    EventPage page(EventQuery query, EventCursor cursor, int limit);

    /** Like {@link #page}, with the events whole. */
    EventPage wholePage(EventQuery query, EventCursor cursor, int limit);

    /**
     * Returns all events that match, whole, in the order of the query: as many as there are, read page after page, each by
     * a short statement of its own, so that between two of them nothing of the database is held.
     *
     * <p>The range ends at the moment of this call at the latest. An event of before that which is written later may be
     * among them or not; no event is twice, and none that was there is missing. Of the queries that may run at once those
     * of such readings take at most half, so that they never keep a page of the console waiting for long.
     *
     * @return fails like {@link #page} at any step, except that after the first page it waits longer for its turn; this
     *     method itself fails with the first page. Not safe for many threads
     */
    Iterator<AuditEvent> all(EventQuery query);

    /** Counts the events that match, at most {@value #MAX_COUNT} of them; fails like {@link #page}. */
    EventTotal count(EventQuery query);

    /** Returns one event, whole; fails like {@link #page}. */
    Optional<AuditEvent> find(UUID id);
}
