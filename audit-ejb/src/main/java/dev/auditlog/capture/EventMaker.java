package dev.auditlog.capture;

import dev.auditlog.Data;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Failure;
import dev.auditlog.event.Outcome;
import dev.auditlog.event.Target;
import dev.auditlog.event.TransactionOutcome;
import dev.auditlog.redact.CapturedBody;
import dev.auditlog.store.EventIds;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes the event of a call from all that is known at its end, and has it redacted. */
final class EventMaker {

    private final Call call;
    private final Matched scope;
    private final HttpServletRequest request;

    EventMaker(Call call, Matched scope) {
        this.call = call;
        this.scope = scope;
        this.request = call.request();
    }

    /** The event of the call, closed with the status that the client gets. */
    AuditEvent make(int status, @Nullable String location) {
        AuditEvent.Draft draft = base(status)
                .id(call.id())
                .time(call.arrival())
                .outcome(call.outcome(status))
                .durationMicros(call.elapsedMicros())
                .target(call.additions().over(TargetRule.of(scope, status, location)));
        Throwable error = call.error();
        if (error != null && call.outcome(status) != Outcome.SUCCESS) {
            draft.error(failure(error));
        }
        return finish(draft, body());
    }

    /** The event as far as it is known when the transaction is about to commit: without status and outcome. */
    AuditEvent makeStaged(TransactionOutcome transaction) {
        AuditEvent.Draft draft = base(null)
                .id(call.id())
                .time(call.arrival())
                .outcome(Outcome.UNKNOWN)
                .transaction(transaction)
                .durationMicros(call.elapsedMicros())
                .target(call.additions().over(TargetRule.of(scope, 0, null)));
        return finish(draft, body());
    }

    /** A second event, linked to the first, for a response that broke after the first was durable. */
    AuditEvent makeBroken(int status, Throwable cause) {
        boolean clientGone = cause instanceof IOException;
        Target target = call.additions().over(TargetRule.of(scope, status, null));
        AuditEvent.Draft draft = base(status)
                .id(EventIds.next(Instant.now()))
                .time(Instant.now())
                .outcome(clientGone ? Outcome.UNKNOWN : Outcome.ERROR)
                .durationMicros(call.elapsedMicros())
                .target(target)
                .parentId(call.id())
                .error(failure(cause));
        return finish(draft, CapturedBody.none());
    }

    private AuditEvent finish(AuditEvent.Draft draft, CapturedBody body) {
        Deployment deployment = call.deployment();
        AuditEvent raw = deployment.extensions().enrich(draft);
        return deployment.redactor().redact(masked(raw), body, scope.rule().sensitive());
    }

    private AuditEvent.Draft base(@Nullable Integer status) {
        Rule rule = scope.rule();
        AuditEvent.Draft draft = AuditEvent.draft(rule.operation())
                .activity(rule.activityOf(call.facts().method()))
                .guarantee(rule.guarantee())
                .transaction(call.transactions().outcome())
                .status(status)
                .actor(call.knownActor())
                .reason(call.additions().reasonOr(request.getHeader(Headers.AUDIT_REASON)))
                .attributes(call.additions().attributes());
        new RequestParts(call).addTo(draft, scope.route());
        return draft;
    }

    private CapturedBody body() {
        if (scope.rule().data() != Data.REQUEST) {
            return CapturedBody.none();
        }
        CapturedBody body = call.capturedBody();
        if (body.kind() != CapturedBody.Kind.NONE || call.facts().query() == null || hasBody()) {
            return body;
        }
        return CapturedBody.ofFields(QueryString.parse(call.facts().query()), null, 0);
    }

    private boolean hasBody() {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    /** A path parameter that is {@code @Sensitive} has no name in the path: its value is masked here. */
    private AuditEvent masked(AuditEvent event) {
        return SensitivePath.mask(event, scope);
    }

    static Failure failure(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && isWrapping(cause)) {
            cause = cause.getCause();
        }
        return new Failure(cause.getClass().getName(), cause.getMessage());
    }

    private static boolean isWrapping(Throwable thrown) {
        String name = thrown.getClass().getName();
        return name.equals("jakarta.servlet.ServletException")
                || name.equals("jakarta.ejb.EJBException")
                || name.equals("java.util.concurrent.CompletionException")
                || name.equals("java.util.concurrent.ExecutionException")
                || name.equals("java.lang.reflect.InvocationTargetException")
                || name.endsWith(".MappableException")
                || name.endsWith(".ContainerException");
    }
}
