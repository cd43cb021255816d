package dev.auditlog.record;

import dev.auditlog.event.AuditEvent;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What the writer needs of the store; used by its thread alone. */
interface EventLog {

    /** Returns the highest sequence of the chain; 0 if it is empty. */
    long lastSequence();

    /**
     * Makes events durable in one transaction, numbered from {@code first}. If this throws, all of them may be kept, or
     * none.
     *
     * @return the events with sequence and recordedAt
     */
    List<AuditEvent> append(List<AuditEvent> events, long first);

    /** Returns those of the events with these ids that are durable. */
    List<AuditEvent> kept(Collection<UUID> ids);

    /** Writes something that changes nothing; throws if the store takes no writes. */
    void probe();
}
