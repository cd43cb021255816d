package dev.auditlog;

import dev.auditlog.event.AuditEvent;

/** Records what is no call: a sign-in, a batch, a timer. Injectable; safe for many threads. */
public interface Auditor {

    /**
     * Makes the event durable, then returns. Blocks at most {@code audit.record.timeout}.
     *
     * <p>So under BEFORE_RESPONSE, which a draft has unless it says otherwise. With {@code guarantee(ATOMIC)} the event
     * is put into the transaction of this thread, and kept if and only if that commits. With
     * {@code guarantee(BEST_EFFORT)} it is offered, and may be lost.
     *
     * @param event what happened; redacted like every other event; may be used again afterwards
     * @return the id of the event, a UUIDv7 (RFC 9562)
     * @throws AuditUnavailableException if the event could not be made durable in time
     * @throws AuditException for ATOMIC, if there is no transaction (AUD-0231) or it cannot hold the event; it will not
     *     commit then
     * @throws IllegalArgumentException if the draft names no operation
     */
    String record(AuditEvent.Draft event);
}
