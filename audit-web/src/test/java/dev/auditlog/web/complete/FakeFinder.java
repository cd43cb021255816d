package dev.auditlog.web.complete;

import dev.auditlog.event.Actor;
import dev.auditlog.event.ActorType;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.query.EventCursor;
import dev.auditlog.query.EventFinder;
import dev.auditlog.query.EventPage;
import dev.auditlog.query.EventQuery;
import dev.auditlog.query.EventTotal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds one event of each actor that it was told of; as the store does, without regard to case. */
final class FakeFinder implements EventFinder {

    private final Map<String, AuditEvent> events = new HashMap<>();
    boolean busy;

    void knows(String id, @Nullable String name) {
        Actor actor = new Actor(id, name, ActorType.USER, null, List.of(), null, null);
        events.put(
                "actor:" + id,
                AuditEvent.draft("x")
                        .id(new UUID(1, 2))
                        .time(Instant.EPOCH)
                        .application("sample")
                        .node("host-1")
                        .actor(actor)
                        .toEvent());
    }

    @Override
    public EventPage page(EventQuery query, EventCursor cursor, int limit) {
        if (busy) {
            throw Faults.anySyntaxFault();
        }
        AuditEvent found = events.get(query.text().toLowerCase(Locale.ROOT));
        return new EventPage(found == null ? List.of() : List.of(found), null, null);
    }

    @Override
    public EventPage wholePage(EventQuery query, EventCursor cursor, int limit) {
        throw new AssertionError("no data is wanted");
    }

    @Override
    public Iterator<AuditEvent> all(EventQuery query) {
        throw new AssertionError("one is enough");
    }

    @Override
    public EventTotal count(EventQuery query) {
        throw new AssertionError("nothing is to be counted");
    }

    @Override
    public Optional<AuditEvent> find(UUID id) {
        throw new AssertionError("nothing is known by id");
    }
}
