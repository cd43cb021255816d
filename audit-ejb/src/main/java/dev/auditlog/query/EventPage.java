package dev.auditlog.query;

import dev.auditlog.event.AuditEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of events.
 *
 * @param events the events in the order of the query; without request data where the list asks for none
 * @param next cursor of the page after this one; null at the end
 * @param prev cursor of the page before this one; null at the start
 */
public record EventPage(List<AuditEvent> events, @Nullable EventCursor next, @Nullable EventCursor prev) {

    /** Nothing, before and after. */
    public static EventPage empty() {
        return new EventPage(List.of(), null, null);
    }

    public EventPage {
        events = List.copyOf(events);
    }
}
