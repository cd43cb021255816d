package dev.auditlog.record;

import dev.auditlog.store.EventRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens once events are in the database: they are counted, their callers are answered, and sinks hear of them. */
final class Answers {

    private final Health health;
    private final Figures figures;
    private final Sinks sinks;
    private final @Nullable Spooling spooling;

    Answers(Parts parts, @Nullable Spooling spooling) {
        this.health = parts.health();
        this.figures = parts.figures();
        this.sinks = parts.sinks();
        this.spooling = spooling;
    }

    /**
     * Tells each caller the place of its event. An event that the spool took while the attempt hung is answered already, and
     * comes again when the spool is moved: it is counted and handed on then, once.
     */
    void kept(List<Pending> events, List<EventRow> places) {
        List<EventRow> told = spooling == null ? tell(events, places) : spooling.answering(() -> tell(events, places));
        sinks.recorded(told);
    }

    /** Answers those that are found durable, and returns the others. */
    List<Pending> found(List<Pending> open, List<EventRow> durable) {
        if (durable.isEmpty()) {
            return open;
        }
        Map<UUID, EventRow> byId = new HashMap<>();
        durable.forEach(row -> byId.put(row.id(), row));
        List<Pending> kept = new ArrayList<>();
        List<EventRow> rows = new ArrayList<>();
        List<Pending> rest = new ArrayList<>();
        for (Pending event : open) {
            EventRow row = byId.get(event.id());
            if (row == null) {
                rest.add(event);
            } else {
                kept.add(event);
                rows.add(row);
            }
        }
        kept(kept, rows);
        return rest;
    }

    private List<EventRow> tell(List<Pending> events, List<EventRow> places) {
        List<Pending> open = new ArrayList<>(events.size());
        List<EventRow> rows = new ArrayList<>(events.size());
        for (int i = 0; i < events.size(); i++) {
            if (!events.get(i).isKept()) {
                open.add(events.get(i));
                rows.add(places.get(i));
            }
        }
        figures.written(rows.size()); // first, so that who is answered finds itself counted
        health.up();
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).isRepaired()) {
                figures.repaired();
            }
            open.get(i).keep(Receipt.of(rows.get(i)));
        }
        return rows;
    }
}
