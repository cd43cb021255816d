package dev.auditlog.bench.seed;

import dev.auditlog.event.AuditEvent;
import java.util.UUID;

/**
 * An event that has no number yet.
 *
 * @param draft all but its place in the chain
 * @param id of the event
 * @param doneMicros when its call ended, since 1970
 * @param place where it happened
 * @param nests whether the call may have left another event of its own
 */
record Made(AuditEvent.Draft draft, UUID id, long doneMicros, Place place, boolean nests) {

    Made nesting() {
        return new Made(draft, id, doneMicros, place, true);
    }

    /** A node of an application. */
    record Place(String application, String node) {

        String chain() {
            return application + "@" + node;
        }
    }
}
