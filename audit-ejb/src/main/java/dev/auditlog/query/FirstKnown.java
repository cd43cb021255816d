package dev.auditlog.query;

import dev.auditlog.AuditException;
import dev.auditlog.store.SqlErrors;
import jakarta.persistence.EntityManager;

/** Looks up what {@code first:ip} means now, so that the events it finds need not be found in all rows each time. */
final class FirstKnown {

    /** With more events than these that are not in the table yet, everything is found in the rows. */
    private static final long MOST_BEHIND = 10_000;

    private FirstKnown() {}

    /** The query with conditions that the table answers; the same query if it has none, or the table is of no help. */
    static EventQuery in(EventQuery query, Asking asking) {
        if (query.terms().stream().noneMatch(term -> term.field().orElse(null) == Qualifier.FIRST)) {
            return query;
        }
        try {
            return asking.ask(em -> known(query, asking, em));
        } catch (QueryTimeoutException late) {
            return query;
        } catch (AuditException failure) {
            if (SqlErrors.isOfRights(failure)) {
                return query; // of a role that is older than the table
            }
            throw failure;
        }
    }

    private static EventQuery known(EventQuery query, Asking asking, EntityManager em) {
        Marks marks =
                MarkTable.COUNT.marks(em, asking.timeoutMillis()); // before the table: adding twice changes nothing
        if (marks.version() == 0 || marks.behind() > MOST_BEHIND) {
            return query;
        }
        Sightings sightings = new Sightings(em, sql -> asking.prepared(em, sql));
        sightings.addParts(marks.tails());
        return query.withFirst(new Condition.FirstSeen(sightings.added(), sightings.removed()));
    }
}
