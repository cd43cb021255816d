package dev.auditlog.web.event;

import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Target;
import dev.auditlog.query.EventCursor;
import dev.auditlog.query.EventFinder;
import dev.auditlog.query.EventQuery;
import dev.auditlog.query.QuerySyntaxException;
import dev.auditlog.query.QueryTimeoutException;
import dev.auditlog.query.TooManyQueriesException;
import dev.auditlog.web.text.Faults;
import dev.auditlog.web.text.Words;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Finds what happened to an object: a page of so many events, however old, by the index of targets. */
@Dependent
class Histories {

    static final int PAGE_SIZE = 20;

    @Inject
    EventFinder finder;

    /** The history of the event's object from the cursor on; the event stands without it where it takes too long. */
    ObjectHistory of(AuditEvent event, String cursor, EventPlace place, Words words) {
        Target target = event.target();
        if (target == null || target.id() == null || target.id().isEmpty()) {
            return ObjectHistory.NONE;
        }
        String type = target.type() == null ? "" : target.type();
        try {
            EventQuery query = EventQuery.all().with("target", type + "/" + target.id(), false);
            return ObjectHistory.of(finder.page(query, EventCursor.parse(cursor), PAGE_SIZE), event.id(), place, words);
        } catch (QuerySyntaxException notToBeAsked) {
            return cursor.isEmpty()
                    ? ObjectHistory.NONE
                    : ObjectHistory.failed(
                            Faults.text(notToBeAsked, words.texts().locale()));
        } catch (QueryTimeoutException | TooManyQueriesException busy) {
            return ObjectHistory.failed(Faults.text(busy, words.texts().locale()));
        }
    }
}
