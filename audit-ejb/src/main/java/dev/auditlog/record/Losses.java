package dev.auditlog.record;

import dev.auditlog.Activity;
import dev.auditlog.Guarantee;
import dev.auditlog.event.Actor;
import dev.auditlog.event.ActorType;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Outcome;
import dev.auditlog.store.EventIds;
import dev.auditlog.store.EventRow;
import dev.auditlog.store.EventRows;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        AuditEvent event = AuditEvent.draft(OPERATION)
                .id(EventIds.next(now))
                .time(now)
                .activity(Activity.OTHER)
                .outcome(Outcome.ERROR)
                .guarantee(Guarantee.BEST_EFFORT)
                .actor(new Actor("audit", null, ActorType.SYSTEM, null, List.of(), null, null))
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
