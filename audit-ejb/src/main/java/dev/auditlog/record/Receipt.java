package dev.auditlog.record;

import dev.auditlog.store.EventRow;
import java.time.Instant;
import java.util.UUID;

/**
 * Where an event was put.
 *
 * @param id the event's id
 * @param chain {@code application@node}; empty while the event is in the spool
 * @param sequence position in the chain; 0 while the event is in the spool
 * @param recordedAt the database's clock, microseconds; 1970 while the event is in the spool
 */
public record Receipt(UUID id, String chain, long sequence, Instant recordedAt) {

    static Receipt of(EventRow row) {
        return new Receipt(row.id(), row.chain(), row.sequence(), row.recordedAt());
    }
}
