package dev.auditlog.event;

import dev.auditlog.Activity;
import dev.auditlog.Guarantee;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did what to which object, when, from where, and with what result. Immutable.
 *
 * @param id UUIDv7 (RFC 9562) whose time is that of the event
 * @param time arrival of the call on the node's clock, UTC, microseconds
 * @param recordedAt the database's clock when the event was written; null before that
 * @param application name of the deployment
 * @param node name of the node
 * @param sequence position in the chain (application, node), from 1 without a gap; 0 before it is recorded
 * @param operation stable name of what was done
 * @param activity kind of access; never DEFAULT
 * @param outcome how it ended
 * @param transaction what became of the business transaction
 * @param status HTTP status that the client got; null outside HTTP
 * @param durationMicros from arrival to the first byte of the response
 * @param guarantee guarantee under which the event was kept; never DEFAULT
 * @param actor who did it
 * @param target the object; null where none is named
 * @param source where it came from; null outside HTTP
 * @param request the HTTP request; null outside HTTP
 * @param error what went wrong; null where nothing is known to have
 * @param reason why it was done, in the caller's words
 * @param attributes what the code added, sorted by key
 * @param correlationId from {@code X-Request-ID}
 * @param traceId from {@code traceparent} (W3C Trace Context)
 * @param parentId id of the event inside whose call this one happened, or of the event that it amends
 */
public record AuditEvent(
        UUID id,
        Instant time,
        @Nullable Instant recordedAt,
        String application,
        String node,
        long sequence,
        String operation,
        Activity activity,
        Outcome outcome,
        TransactionOutcome transaction,
        @Nullable Integer status,
        long durationMicros,
        Guarantee guarantee,
        Actor actor,
        @Nullable Target target,
        @Nullable Source source,
        @Nullable Request request,
        @Nullable Failure error,
        @Nullable String reason,
        Map<String, String> attributes,
        @Nullable String correlationId,
        @Nullable String traceId,
        @Nullable UUID parentId) {

    public AuditEvent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(time, "time");
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    /** Name of the chain that the event belongs to: {@code application@node}. */
    public String chain() {
        return application + "@" + node;
    }

    /** Starts the description of something that is no call. */
    public static Draft draft(String operation) {
        return new Draft().operation(operation);
    }

    /** Starts a copy of this event in which some parts may be replaced. */
    public Draft toDraft() {
        return new Draft(this);
    }

    /** An event in the making. Not safe for many threads. Each setter returns this. */
    public static final class Draft extends DraftFields<Draft> {

        public Draft() {}

        private Draft(AuditEvent event) {
            super(event);
        }

        private Draft(Draft other) {
            super(other);
        }

        /** Returns a draft of its own with the same values. */
        public Draft copy() {
            return new Draft(this);
        }

        @Override
        Draft self() {
            return this;
        }
    }
}
