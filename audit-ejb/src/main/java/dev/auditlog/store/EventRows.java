package dev.auditlog.store;

import dev.auditlog.Activity;
import dev.auditlog.Guarantee;
import dev.auditlog.address.AddressRange;
import dev.auditlog.event.Actor;
import dev.auditlog.event.ActorType;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Failure;
import dev.auditlog.event.Outcome;
import dev.auditlog.event.Request;
import dev.auditlog.event.Source;
import dev.auditlog.event.Target;
import dev.auditlog.event.TransactionOutcome;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of events, and back. What is longer than its column is cut; an event with a request says so in that. */
public final class EventRows {

    private EventRows() {}

    /** Returns the row of an event that has its place: sequence and recordedAt are set. */
    public static EventRow of(AuditEvent event) {
        EventRow row = unplaced(event);
        ChainHold chain = new ChainHold(event.application(), event.node(), 0);
        row.place(chain, event.sequence(), Objects.requireNonNull(event.recordedAt(), "recordedAt"));
        return row;
    }

    /** Returns the row of an event that has no place in a chain yet: all but {@link EventRow#place}. */
    public static EventRow unplaced(AuditEvent event) {
        EventRow row = new EventRow();
        Cut cut = new Cut();
        row.id = event.id().toString();
        row.time = event.time();
        row.operation = cut.fitted(event.operation(), Texts.SHORT);
        row.activity = event.activity().name();
        row.outcome = event.outcome().name();
        row.transaction = event.transaction().name();
        row.status = event.status();
        row.durationMicros = event.durationMicros();
        row.guarantee = event.guarantee().name();
        row.reason = cut.fit(event.reason(), 1024);
        row.attributes = JsonTexts.object(event.attributes());
        row.correlationId = cut.fit(event.correlationId(), 128);
        row.traceId = cut.fit(event.traceId(), 32);
        row.parentId = event.parentId() == null ? null : event.parentId().toString();
        actor(row, event.actor(), cut);
        target(row, event.target(), cut);
        source(row, event.source(), cut);
        error(row, event.error(), cut);
        request(row, event.request(), cut);
        return row;
    }

    /** Returns the event of a row. */
    public static AuditEvent toEvent(EventColumns row) {
        return new AuditEvent(
                UUID.fromString(row.id),
                row.time,
                row.recordedAt,
                row.application,
                row.node,
                row.sequence,
                row.operation,
                Activity.valueOf(row.activity),
                Outcome.valueOf(row.outcome),
                TransactionOutcome.valueOf(row.transaction),
                row.status,
                row.durationMicros,
                Guarantee.valueOf(row.guarantee),
                actor(row),
                target(row),
                source(row),
                request(row),
                row.errorType == null ? null : new Failure(row.errorType, row.errorMessage),
                row.reason,
                JsonTexts.strings(row.attributes),
                row.correlationId,
                row.traceId,
                row.parentId == null ? null : UUID.fromString(row.parentId));
    }

    private static void actor(EventRow row, Actor actor, Cut cut) {
        row.actorId = cut.fit(actor.id(), Texts.SHORT);
        row.actorKey = actor.id() == null ? null : EventRow.actorKey(actor.id());
        row.actorName = cut.fit(actor.name(), Texts.SHORT);
        row.actorType = actor.type().name();
        row.actorGroup = cut.fit(actor.group(), Texts.SHORT);
        row.actorRoles = JsonTexts.array(actor.roles());
        row.actorAuth = cut.fit(actor.auth(), 64);
        row.actorSession = cut.fit(actor.session(), 128);
    }

    private static Actor actor(EventColumns row) {
        return new Actor(
                row.actorId,
                row.actorName,
                ActorType.valueOf(row.actorType),
                row.actorGroup,
                JsonTexts.list(row.actorRoles),
                row.actorAuth,
                row.actorSession);
    }

    private static void target(EventRow row, @Nullable Target target, Cut cut) {
        if (target != null) {
            row.targetType = cut.fit(target.type(), 128);
            row.targetId = cut.fit(target.id(), Texts.SHORT);
            row.targetName = cut.fit(target.name(), Texts.SHORT);
        }
    }

    private static @Nullable Target target(EventColumns row) {
        if (row.targetType == null && row.targetId == null && row.targetName == null) {
            return null;
        }
        return new Target(row.targetType, row.targetId, row.targetName);
    }

    private static void source(EventRow row, @Nullable Source source, Cut cut) {
        if (source != null) {
            row.sourceIp = cut.fit(source.ip(), 64);
            row.sourceKey = AddressRange.key(source.ip());
            row.sourcePeer = cut.fit(source.peer(), 64);
            row.sourceChain = JsonTexts.array(source.chain());
            row.sourceRule = cut.fit(source.rule(), 32);
        }
    }

    private static @Nullable Source source(EventColumns row) {
        if (row.sourceRule == null) {
            return null;
        }
        return new Source(row.sourceIp, row.sourcePeer, JsonTexts.list(row.sourceChain), row.sourceRule);
    }

    private static void error(EventRow row, @Nullable Failure error, Cut cut) {
        if (error != null) {
            row.errorType = cut.fit(error.type(), Texts.SHORT);
            row.errorMessage = cut.fit(error.message(), 2048);
        }
    }

    /** Last of all parts, since it keeps whether any of them was cut. */
    private static void request(EventRow row, @Nullable Request request, Cut cut) {
        if (request == null) {
            return;
        }
        row.requestMethod = cut.fit(request.method(), 32);
        row.requestPath = cut.fit(request.path(), 2048);
        row.requestRoute = cut.fit(request.route(), 512);
        row.requestQuery = cut.fit(request.query(), 4096);
        row.userAgent = cut.fit(request.userAgent(), 512);
        row.contentType = cut.fit(request.contentType(), Texts.SHORT);
        row.requestData = Texts.clean(request.data());
        row.requestBytes = request.bytes();
        row.redacted = JsonTexts.array(request.redacted());
        row.requestTruncated = request.truncated() || cut.happened();
    }

    private static @Nullable Request request(EventColumns row) {
        if (row.requestMethod == null) {
            return null;
        }
        return new Request(
                row.requestMethod,
                Objects.requireNonNullElse(row.requestPath, ""),
                row.requestRoute,
                row.requestQuery,
                row.userAgent,
                row.contentType,
                row.requestData(),
                row.requestBytes,
                Boolean.TRUE.equals(row.requestTruncated),
                JsonTexts.list(row.redacted));
    }

    /** Remembers whether anything was cut. */
    private static final class Cut {
        private boolean happened;

        @Nullable
        String fit(@Nullable String text, int max) {
            String fit = Texts.fit(text, max);
            happened |= text != null && fit != null && fit.length() < text.length();
            return fit;
        }

        String fitted(String text, int max) {
            return Objects.requireNonNullElse(fit(text, max), "");
        }

        boolean happened() {
            return happened;
        }
    }
}
