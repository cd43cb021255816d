package dev.auditlog.store;

import java.time.Instant;
import java.util.UUID;

/**
 * An event that waits in the outbox.
 *
 * @param id the event's id
 * @param application name of the deployment whose call it was
 * @param chain {@code application@node} where the call ran
 * @param created when it was put in, by the node's clock
 * @param event JSON, already redacted
 */
public record OutboxRow(UUID id, String application, String chain, Instant created, String event) {

    /**
     * Where a row stands.
     *
     * @param id the event's id
     * @param ord order of insertion
     */
    public record Place(UUID id, long ord) {}
}
