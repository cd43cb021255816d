package dev.auditlog.web.view;

import dev.auditlog.Activity;
import dev.auditlog.AuditException;
import dev.auditlog.Auditor;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Failure;
import dev.auditlog.event.Outcome;
import dev.auditlog.event.Target;
import dev.auditlog.query.QuerySyntaxException;
import dev.auditlog.record.Recorder;
import dev.auditlog.view.View;
import dev.auditlog.view.ViewException;
import dev.auditlog.view.Views;
import dev.auditlog.web.signin.SignedIn;
import dev.auditlog.web.text.Faults;
import dev.auditlog.web.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;

/** Changes views so that each change, and each refused one, leaves one event. A change that cannot be recorded is not begun. */
@RequestScoped
class ViewChanges {

    private static final int SEE_OTHER = 303;

    @Inject
    Auditor auditor;

    @Inject
    Recorder recorder;

    @Inject
    SignedIn signedIn;

    @Inject
    Views views;

    @Inject
    Texts texts;

    /** Makes, changes or removes a view. */
    ViewOutcome make(ViewChange change, Supplier<View> work) {
        if (!recorder.isAccepting()) {
            return ViewOutcome.notRecording(texts);
        }
        Optional<View> before = views.seenBy(signedIn.getName()).stream()
                .filter(view -> view.id().equals(change.id()))
                .findFirst();
        AuditEvent.Draft draft = change.draft(before);
        return told(draft, () -> {
            View view = work.get();
            if (change.activity() != Activity.DELETE) {
                ViewChange.after(draft, view);
            }
            return Optional.of(view);
        });
    }

    /** Sets what this person's list begins with. */
    ViewOutcome begin(ViewChange change) {
        if (!recorder.isAccepting()) {
            return ViewOutcome.notRecording(texts);
        }
        AuditEvent.Draft draft = AuditEvent.draft(change.operation())
                .activity(change.activity())
                .target(new Target("DefaultView", signedIn.getName(), null))
                .attribute("view", change.id());
        return told(draft, () -> {
            draft.attribute("before.view", views.setDefault(signedIn.getName(), change.id(), ShippedView.keys()));
            return Optional.empty();
        });
    }

    /** A form that is not of this session: nothing is done. */
    ViewOutcome forged(ViewChange change) {
        AuditEvent.Draft draft =
                change.draft(Optional.empty()).outcome(Outcome.DENIED).status(403);
        return new ViewOutcome(403, auditor.record(signedIn.named(draft)), "", Optional.empty());
    }

    private ViewOutcome told(AuditEvent.Draft draft, Supplier<Optional<View>> work) {
        try {
            Optional<View> view = work.get();
            String id = auditor.record(signedIn.named(draft.status(SEE_OTHER)));
            return new ViewOutcome(SEE_OTHER, id, "", view);
        } catch (ViewException | QuerySyntaxException refused) {
            int status = refused instanceof ViewException known ? ViewOutcome.status(known.kind()) : 400;
            String problem = Faults.text(refused, texts.locale());
            return new ViewOutcome(status, refused(draft, refused, status), problem, Optional.empty());
        }
    }

    private String refused(AuditEvent.Draft draft, AuditException refused, int status) {
        return auditor.record(signedIn.named(draft.outcome(Outcome.ofStatus(status))
                .status(status)
                .error(new Failure(refused.getClass().getName(), refused.getMessage()))));
    }
}
