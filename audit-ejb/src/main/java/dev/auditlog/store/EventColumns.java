package dev.auditlog.store;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a stored event but its request data, which may be large: {@link EventRow} has it, {@link EventListRow}
 * leaves it unread. Queries name the fields in JPQL.
 *
 * <p>Ids are lower-case UUIDv7 text and order like the event's time to the microsecond ({@link EventIds}). Columns of
 * the source are null where there is no source (its rule is null), those of the request where there is no request (its
 * method is null).
 */
@MappedSuperclass
public abstract class EventColumns {

    @Id
    String id = "";

    /** {@code application@node}. */
    String chain = "";

    @Column(name = "seq")
    long sequence;

    @Column(name = "time_us")
    @Convert(converter = UtcMicros.class)
    Instant time = Instant.EPOCH;

    @Column(name = "recorded_us")
    @Convert(converter = UtcMicros.class)
    Instant recordedAt = Instant.EPOCH;

    String application = "";
    String node = "";
    String operation = "";
    String activity = "";
    String outcome = "";

    @Column(name = "tx_outcome")
    String transaction = "";

    @Nullable
    Integer status;

    @Column(name = "duration_us")
    long durationMicros;

    String guarantee = "";

    @Column(name = "actor_id")
    @Nullable
    String actorId;

    /** {@link EventRow#actorKey(String)} of the id: the index's column. */
    @Column(name = "actor_key")
    @Nullable
    String actorKey;

    @Column(name = "actor_name")
    @Nullable
    String actorName;

    @Column(name = "actor_type")
    String actorType = "";

    @Column(name = "actor_group")
    @Nullable
    String actorGroup;

    /** JSON array of strings. */
    @Column(name = "actor_roles")
    String actorRoles = "[]";

    @Column(name = "actor_auth")
    @Nullable
    String actorAuth;

    @Column(name = "actor_session")
    @Nullable
    String actorSession;

    @Column(name = "target_type")
    @Nullable
    String targetType;

    @Column(name = "target_id")
    @Nullable
    String targetId;

    @Column(name = "target_name")
    @Nullable
    String targetName;

    @Column(name = "source_ip")
    @Nullable
    String sourceIp;

    /** {@code AddressRange.key} of the address: 32 hexadecimal digits that sort like addresses. */
    @Column(name = "source_key")
    @Nullable
    String sourceKey;

    @Column(name = "source_peer")
    @Nullable
    String sourcePeer;

    /** JSON array of strings. */
    @Column(name = "source_chain")
    @Nullable
    String sourceChain;

    @Column(name = "source_rule")
    @Nullable
    String sourceRule;

    @Column(name = "request_method")
    @Nullable
    String requestMethod;

    @Column(name = "request_path")
    @Nullable
    String requestPath;

    @Column(name = "request_route")
    @Nullable
    String requestRoute;

    @Column(name = "request_query")
    @Nullable
    String requestQuery;

    @Column(name = "user_agent")
    @Nullable
    String userAgent;

    @Column(name = "content_type")
    @Nullable
    String contentType;

    @Column(name = "request_bytes")
    @Nullable
    Long requestBytes;

    @Column(name = "request_truncated")
    @Nullable
    Boolean requestTruncated;

    /** JSON array of strings. */
    @Nullable
    String redacted;

    @Column(name = "error_type")
    @Nullable
    String errorType;

    @Column(name = "error_message")
    @Nullable
    String errorMessage;

    @Nullable
    String reason;

    /** JSON object of strings. */
    String attributes = "{}";

    @Column(name = "correlation_id")
    @Nullable
    String correlationId;

    @Column(name = "trace_id")
    @Nullable
    String traceId;

    @Column(name = "parent_id")
    @Nullable
    String parentId;

    protected EventColumns() {}

    /** The request data as JSON text; null where the event has none, and in rows that leave it unread. */
    abstract @Nullable String requestData();

    /** Id of the event. */
    public UUID id() {
        return UUID.fromString(id);
    }

    /** Position in the chain. */
    public long sequence() {
        return sequence;
    }

    /** {@code application@node}. */
    public String chain() {
        return chain;
    }

    /** When it was written, by the database's clock. */
    public Instant recordedAt() {
        return recordedAt;
    }
}
