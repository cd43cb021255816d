package dev.auditlog.query;

import jakarta.persistence.EntityManager;

/** Counts what matches up to a number. */
final class CappedCount {

    /** So many of the latest events are looked at one by one, to see how frequent matches are. */
    private static final int SAMPLE = 1_000;

    /**
     * With so many of these the rest is counted one by one too: to fetch as many by an index takes ten times as long, and
     * the cap is reached after {@code 1 / FREQUENT} times its number of events, if the others are like the latest.
     */
    private static final double FREQUENT = 0.05;

    private static final int MARGIN = 2;

    private final Asking asking;
    private final EventSql sql;

    CappedCount(Asking asking) {
        this.asking = asking;
        this.sql = new EventSql(asking.dialect());
    }

    /** The number, or the most that is asked for. */
    long of(EntityManager em, EventQuery query, int most) {
        if (sql.isInSteps(query)) {
            long sample = number(em, sql.countNear(query, SAMPLE, SAMPLE));
            if (sample > FREQUENT * SAMPLE) {
                long looked = MARGIN * (long) most * SAMPLE / sample;
                long near = number(em, sql.countNear(query, most, (int) looked));
                if (near == most) {
                    return near;
                }
            }
        }
        return new SegmentIds(asking)
                .of(em, query, EventCursor.start(), most)
                .map(ids -> (long) ids.size())
                .orElseGet(() -> number(em, sql.count(query, most)));
    }

    private long number(EntityManager em, SqlText query) {
        return ((Number) asking.prepared(em, query).getSingleResult()).longValue();
    }
}
