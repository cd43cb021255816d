package dev.auditlog.record;

import dev.auditlog.Activity;
import dev.auditlog.Guarantee;
import dev.auditlog.event.Actor;
import dev.auditlog.event.ActorType;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Outcome;
import dev.auditlog.store.EventIds;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Begins events in which the recorder tells of itself. */
final class OwnEvent {

    private OwnEvent() {}

    static AuditEvent.Draft draft(String operation, Outcome outcome, Instant now) {
        Instant time = now.truncatedTo(ChronoUnit.MICROS);
        return AuditEvent.draft(operation)
                .id(EventIds.next(time))
                .time(time)
                .activity(Activity.OTHER)
                .outcome(outcome)
                .guarantee(Guarantee.BEST_EFFORT)
                .actor(new Actor("audit", null, ActorType.SYSTEM, null, List.of(), null, null));
    }
}
