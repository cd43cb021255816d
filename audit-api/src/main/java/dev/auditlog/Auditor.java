package dev.auditlog;

import dev.auditlog.event.AuditEvent;

/** Records what is no call: a sign-in, a batch, a timer. Injectable; safe for many threads. */
public interface Auditor {

    /**
     * Makes the event durable, then returns. Blocks at most {@code audit.record.timeout}.
     *
     * @param event what happened; redacted like every other event; may be used again afterwards
     * @return the id of the event, a UUIDv7 (RFC 9562)
     * @throws AuditUnavailableException if the event could not be made durable in time
     * @throws IllegalArgumentException if the draft names no operation
     */
    String record(AuditEvent.Draft event);
}
