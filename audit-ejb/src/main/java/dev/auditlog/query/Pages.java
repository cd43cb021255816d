package dev.auditlog.query;

import dev.auditlog.event.AuditEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Makes pages of what was found from a cursor on. */
final class Pages {

    private Pages() {}

    /**
     * Returns the page with the cursors of its neighbours.
     *
     * @param found events of the page, nearest to the cursor first
     * @param more whether there are others beyond them
     */
    static EventPage of(EventQuery query, EventCursor cursor, List<AuditEvent> found, boolean more) {
        if (found.isEmpty()) {
            return EventPage.empty();
        }
        List<AuditEvent> events = new ArrayList<>(found);
        if (cursor.backward()) {
            Collections.reverse(events);
        }
        boolean before = cursor.backward() ? more : !cursor.isStart();
        boolean after = cursor.backward() || more;
        return new EventPage(events, after ? next(query, events) : null, before ? prev(query, events) : null);
    }

    private static EventCursor next(EventQuery query, List<AuditEvent> events) {
        return EventCursor.after(events.get(events.size() - 1).id(), query);
    }

    private static EventCursor prev(EventQuery query, List<AuditEvent> events) {
        return EventCursor.before(events.get(0).id(), query);
    }
}
