package dev.auditlog.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/**
 * One stored event, whole; its columns are the only truth. {@link EventRows#toEvent} makes the event of a row. A row is
 * never changed.
 */
@Entity(name = "EventRow")
@Table(name = "audit_event")
public class EventRow extends EventColumns {

    /** JSON text. */
    @Column(name = "request_data")
    @Nullable
    String requestData;

    protected EventRow() {}

    @Override
    @Nullable
    String requestData() {
        return requestData;
    }

    /** The form of an actor's id under which {@code actorKey} is indexed: lower case, cut like the column. */
    public static String actorKey(String actorId) {
        return Texts.lower(actorId, Texts.SHORT);
    }
}
