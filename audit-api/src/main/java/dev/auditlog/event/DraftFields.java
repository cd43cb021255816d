package dev.auditlog.event;

import dev.auditlog.Activity;
import dev.auditlog.Guarantee;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The setters of {@link AuditEvent.Draft}, apart from the record so that both stay readable. */
abstract sealed class DraftFields<D> permits AuditEvent.Draft {

    private @Nullable UUID id;
    private @Nullable Instant time;
    private @Nullable Instant recordedAt;
    private String application = "";
    private String node = "";
    private long sequence;
    private @Nullable String operation;
    private Activity activity = Activity.OTHER;
    private Outcome outcome = Outcome.SUCCESS;
    private TransactionOutcome transaction = TransactionOutcome.NONE;
    private @Nullable Integer status;
    private long durationMicros;
    private Guarantee guarantee = Guarantee.BEFORE_RESPONSE;
    private @Nullable Actor actor;
    private @Nullable Target target;
    private @Nullable Source source;
    private @Nullable Request request;
    private @Nullable Failure error;
    private @Nullable String reason;
    private final Map<String, String> attributes = new TreeMap<>();
    private @Nullable String correlationId;
    private @Nullable String traceId;
    private @Nullable UUID parentId;

    DraftFields() {}

    DraftFields(AuditEvent event) {
        id = event.id();
        time = event.time();
        recordedAt = event.recordedAt();
        application = event.application();
        node = event.node();
        sequence = event.sequence();
        operation = event.operation();
        activity = event.activity();
        outcome = event.outcome();
        transaction = event.transaction();
        status = event.status();
        durationMicros = event.durationMicros();
        guarantee = event.guarantee();
        actor = event.actor();
        target = event.target();
        source = event.source();
        request = event.request();
        error = event.error();
        reason = event.reason();
        attributes.putAll(event.attributes());
        correlationId = event.correlationId();
        traceId = event.traceId();
        parentId = event.parentId();
    }

    DraftFields(DraftFields<D> other) {
        id = other.id;
        time = other.time;
        recordedAt = other.recordedAt;
        application = other.application;
        node = other.node;
        sequence = other.sequence;
        operation = other.operation;
        activity = other.activity;
        outcome = other.outcome;
        transaction = other.transaction;
        status = other.status;
        durationMicros = other.durationMicros;
        guarantee = other.guarantee;
        actor = other.actor;
        target = other.target;
        source = other.source;
        request = other.request;
        error = other.error;
        reason = other.reason;
        attributes.putAll(other.attributes);
        correlationId = other.correlationId;
        traceId = other.traceId;
        parentId = other.parentId;
    }

    abstract D self();

    public D id(UUID value) {
        id = value;
        return self();
    }

    /** When it happened; the time of recording by default. */
    public D time(Instant value) {
        time = value;
        return self();
    }

    public D recordedAt(@Nullable Instant value) {
        recordedAt = value;
        return self();
    }

    public D application(String value) {
        application = value;
        return self();
    }

    public D node(String value) {
        node = value;
        return self();
    }

    public D sequence(long value) {
        sequence = value;
        return self();
    }

    public D operation(String value) {
        operation = value;
        return self();
    }

    /** OTHER by default. */
    public D activity(Activity value) {
        activity = value;
        return self();
    }

    /** SUCCESS by default. */
    public D outcome(Outcome value) {
        outcome = value;
        return self();
    }

    public D transaction(TransactionOutcome value) {
        transaction = value;
        return self();
    }

    public D status(@Nullable Integer value) {
        status = value;
        return self();
    }

    public D durationMicros(long value) {
        durationMicros = value;
        return self();
    }

    public D guarantee(Guarantee value) {
        guarantee = value;
        return self();
    }

    /** The caller of the current request by default, else the application itself. */
    public D actor(Actor value) {
        actor = value;
        return self();
    }

    public D target(@Nullable Target value) {
        target = value;
        return self();
    }

    public D target(String type, String targetId) {
        return target(new Target(type, targetId, null));
    }

    public D source(@Nullable Source value) {
        source = value;
        return self();
    }

    public D request(@Nullable Request value) {
        request = value;
        return self();
    }

    public D error(@Nullable Failure value) {
        error = value;
        return self();
    }

    public D reason(@Nullable String value) {
        reason = value;
        return self();
    }

    public D attribute(String key, String value) {
        attributes.put(key, value);
        return self();
    }

    /** Replaces all attributes. */
    public D attributes(Map<String, String> values) {
        attributes.clear();
        attributes.putAll(values);
        return self();
    }

    public D correlationId(@Nullable String value) {
        correlationId = value;
        return self();
    }

    public D traceId(@Nullable String value) {
        traceId = value;
        return self();
    }

    public D parentId(@Nullable UUID value) {
        parentId = value;
        return self();
    }

    public boolean hasActor() {
        return actor != null;
    }

    public boolean hasSource() {
        return source != null;
    }

    public @Nullable Instant time() {
        return time;
    }

    /**
     * Ends the making.
     *
     * @throws IllegalArgumentException if the draft names no operation
     * @throws NullPointerException if id or time is missing
     */
    public AuditEvent toEvent() {
        String name = operation;
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException(
                    "The draft names no operation. Call AuditEvent.draft(\"Batch.import\").");
        }
        return new AuditEvent(
                Objects.requireNonNull(id, "id"),
                Objects.requireNonNull(time, "time"),
                recordedAt,
                application,
                node,
                sequence,
                name,
                activity,
                outcome,
                transaction,
                status,
                durationMicros,
                guarantee,
                actor == null ? Actor.anonymous() : actor,
                target,
                source,
                request,
                error,
                reason,
                attributes,
                correlationId,
                traceId,
                parentId);
    }
}
