package dev.auditlog.spi;

import dev.auditlog.event.AuditEvent;

/**
 * Gets a copy of each event after it is durable, for instance to feed a SIEM. A CDI bean of this type is used. Called on
 * the writer's thread, in the order of the chain, at most once for each event; what it throws is logged and counted.
 */
public interface EventSink {

    void recorded(AuditEvent event);
}
