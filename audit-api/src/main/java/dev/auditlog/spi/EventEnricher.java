package dev.auditlog.spi;

import dev.auditlog.event.AuditEvent;

/**
 * Adds to each event before it is redacted and recorded, for instance the tenant or the release. A CDI bean of this
 * type is used. Called on the thread that ends the call, for an ATOMIC call once more inside its transaction;
 * must be quick and safe for many threads.
 */
public interface EventEnricher {

    /** Changes the draft; id, time, outcome and status are set again afterwards and cannot be changed. */
    void enrich(AuditEvent.Draft draft);
}
