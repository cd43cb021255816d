package dev.auditlog.web.event;

import dev.auditlog.event.AuditEvent;
import dev.auditlog.query.EventPage;
import dev.auditlog.web.text.Clock;
import dev.auditlog.web.text.Phrase;
import dev.auditlog.web.text.Result;
import dev.auditlog.web.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened to the object of an event, newest first: one page of it.
 *
 * @param entries its events
 * @param newer address of the page before; empty at the start
 * @param older address of the page after; empty at the end
 * @param problem why it cannot be shown; empty where it can
 */
public record ObjectHistory(List<Entry> entries, String newer, String older, String problem) {

    /**
     * One event of the object.
     *
     * @param current whether it is the one that is open
     * @param side {@code a} or {@code b}: where it stands in the comparison that is proposed; else empty
     */
    public record Entry(
            String id,
            String url,
            Clock clock,
            String actor,
            Phrase what,
            Result result,
            boolean current,
            String side) {}

    /** There is no object, or nothing is known of it. */
    static final ObjectHistory NONE = new ObjectHistory(List.of(), "", "", "");

    static ObjectHistory failed(@Nullable String problem) {
        return new ObjectHistory(List.of(), "", "", problem == null ? "" : problem);
    }

    static ObjectHistory of(EventPage page, UUID open, EventPlace place, Words words) {
        int newSide = newSide(page.events(), open);
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < page.events().size(); i++) {
            String side = i == newSide ? "b" : i == newSide + 1 ? "a" : "";
            entries.add(entry(page.events().get(i), open, side, place, words));
        }
        return new ObjectHistory(
                List.copyOf(entries),
                page.prev() == null ? "" : place.history(open, page.prev().toText()),
                page.next() == null ? "" : place.history(open, page.next().toText()),
                "");
    }

    /** The open event is compared with the one before it; without either, the two newest are. */
    private static int newSide(List<AuditEvent> events, UUID open) {
        for (int i = 0; i < events.size() - 1; i++) {
            if (events.get(i).id().equals(open)) {
                return i;
            }
        }
        return events.size() > 1 && events.get(events.size() - 1).id().equals(open) ? events.size() - 2 : 0;
    }

    private static Entry entry(AuditEvent event, UUID open, String side, EventPlace place, Words words) {
        return new Entry(
                event.id().toString(),
                place.event(event.id()),
                words.clock(event.time()),
                words.sentences().actor(event),
                words.sentences().what(event),
                Result.of(event, words.texts()),
                event.id().equals(open),
                side);
    }

    /** Whether there are two to choose. */
    public boolean isComparable() {
        return entries.size() > 1;
    }

    public boolean isThere() {
        return !entries.isEmpty() || !problem.isEmpty();
    }
}
