package dev.auditlog.record;

import dev.auditlog.event.AuditEvent;

/** Says in an event whose call it tells of, for its row in the outbox. */
record Placement(String application, String node) {

    AuditEvent of(AuditEvent event) {
        return event.toDraft().application(application).node(node).toEvent();
    }
}
