package dev.auditlog.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One stored event, whole; its columns are the only truth. {@link EventRows#toEvent} makes the event of a row. A row is
 * never changed.
 */
@Entity(name = "EventRow")
@Table(name = "audit_event")
public class EventRow extends EventColumns {

    /** The object with its short texts: ids, names, types, addresses. */
    private static final int FIXED_BYTES = 2_048;

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

    /** Gives the event its place; again, if what was to be written with the last one was not. */
    public void place(ChainHold hold, long number, Instant recorded) {
        application = Texts.fitted(hold.application(), 128);
        node = Texts.fitted(hold.node(), 128);
        chain = application + "@" + node;
        sequence = number;
        recordedAt = recorded;
    }

    /** Says when it was recorded, where that is known only after its place. */
    void recorded(Instant now) {
        recordedAt = now;
    }

    /** About how much memory the row takes, in bytes; never much less than it does. */
    public int sizeBytes() {
        return FIXED_BYTES
                + 2
                        * (length(requestData)
                                + length(requestPath)
                                + length(requestQuery)
                                + length(errorMessage)
                                + length(attributes)
                                + length(redacted)
                                + length(reason)
                                + length(userAgent)
                                + length(actorRoles)
                                + length(sourceChain));
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    /** The form of an actor's id under which {@code actorKey} is indexed: lower case, cut like the column. */
    public static String actorKey(String actorId) {
        return Texts.lower(actorId, Texts.SHORT);
    }
}
