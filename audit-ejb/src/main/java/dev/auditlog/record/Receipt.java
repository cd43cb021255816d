package dev.auditlog.record;

import java.time.Instant;
import java.util.UUID;

/**
 * Where an event was put.
 *
 * @param id the event's id
 * @param chain {@code application@node}
 * @param sequence position in the chain
 * @param recordedAt the database's clock, microseconds
 */
public record Receipt(UUID id, String chain, long sequence, Instant recordedAt) {}
