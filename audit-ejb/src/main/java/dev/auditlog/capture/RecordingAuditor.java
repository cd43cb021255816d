package dev.auditlog.capture;

import dev.auditlog.Auditor;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.redact.CapturedBody;
import dev.auditlog.store.EventIds;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The injectable {@link Auditor}: fills in what the current request knows, then records. */
@ApplicationScoped
public class RecordingAuditor implements Auditor {

    @Override
    public String record(AuditEvent.Draft event) {
        CurrentCall.innermostOrPassing(); // a call that was let through counts from now on
        Deployment deployment = Deployments.currentOrBare().orElse(null);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Instant time = event.time() == null ? now : event.time();
        UUID id = EventIds.next(time);
        if (deployment == null) {
            return id.toString(); // audit.enabled=false
        }
        AuditEvent raw =
                deployment.extensions().enrich(completed(event.copy().id(id).time(time), deployment));
        Set<String> sensitive = Set.copyOf(deployment.config().redactNames());
        Frame frame = CurrentCall.innermost();
        AuditEvent safe = deployment.redactor().redact(raw, CapturedBody.none(), sensitive);
        new CodeEvent(deployment, safe, () -> showId(frame, id)).keep();
        return id.toString();
    }

    private static void showId(@Nullable Frame frame, UUID id) {
        if (frame instanceof Call call && frame.eventId() == null) {
            call.auditedByCode(id);
        }
    }

    private static AuditEvent.Draft completed(AuditEvent.Draft draft, Deployment deployment) {
        Frame frame = CurrentCall.innermost();
        Call call = frame == null ? null : frame.call();
        if (!draft.hasActor()) {
            draft.actor(call == null ? deployment.actors().ofThread() : call.knownActor());
        }
        if (call != null && !draft.hasSource()) {
            new RequestParts(call).addTo(draft, null);
        }
        UUID parent = parentOf(frame);
        return parent == null ? draft : draft.parentId(parent);
    }

    private static @Nullable UUID parentOf(@Nullable Frame frame) {
        return frame == null ? null : frame.eventId();
    }
}
