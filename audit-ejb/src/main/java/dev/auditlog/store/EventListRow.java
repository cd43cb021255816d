package dev.auditlog.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** One stored event as lists show it: its request data stays unread. For reading only. */
@Entity(name = "EventListRow")
@Table(name = "audit_event")
public class EventListRow extends EventColumns {

    protected EventListRow() {}

    @Override
    @Nullable
    String requestData() {
        return null;
    }
}
