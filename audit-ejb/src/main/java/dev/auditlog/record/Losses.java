package dev.auditlog.record;

import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Outcome;
import dev.auditlog.store.EventRow;
import dev.auditlog.store.EventRows;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Counts events that were given up, until an event of its own tells of them. Safe for many threads. */
final class Losses {

    /** Operation of the event that tells of lost ones. */
    static final String OPERATION = "audit.events-lost";

    private long all;
    private long untold;
    private @Nullable Instant first;
    private @Nullable Instant last;

    synchronized void add() {
        all++;
        untold++;
        last = Instant.now().truncatedTo(ChronoUnit.MICROS);
        first = first == null ? last : first;
    }

    synchronized long all() {
        return all;
    }

    /** Returns the row of an event that tells of all not told of yet; null if there are none. */
    synchronized @Nullable EventRow tell() {
        if (first == null || last == null) {
            return null;
        }
        AuditEvent event = OwnEvent.draft(OPERATION, Outcome.ERROR, Instant.now())
                .attribute("count", String.valueOf(untold))
                .attribute("from", first.toString())
                .attribute("to", last.toString())
                .toEvent();
        untold = 0;
        first = null;
        last = null;
        return EventRows.unplaced(event);
    }
}
