package dev.auditlog.query;

import java.time.Duration;

/** Counts the rows of the last moments. */
final class JpaEventWatch implements EventWatch {

    /** Whoever asks again in a few seconds need not wait long. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final Asking asking;

    JpaEventWatch(Asking asking) {
        this.asking = asking;
    }

    @Override
    public EventTotal arrived(EventQuery query) {
        try {
            return counted(query);
        } catch (QueryTimeoutException late) { // it names the limit of other queries
            throw QueryMessages.timeout(LIMIT, late);
        }
    }

    private EventTotal counted(EventQuery query) {
        EventQuery known = FirstKnown.in(query, asking);
        long found = asking.askAside(PATIENCE, em -> {
            SqlText sql = new EventSql(asking.dialect()).count(known, MOST + 1);
            return ((Number) asking.prepared(em, sql, LIMIT).getSingleResult()).longValue();
        });
        return new EventTotal(Math.min(found, MOST), found <= MOST);
    }
}
