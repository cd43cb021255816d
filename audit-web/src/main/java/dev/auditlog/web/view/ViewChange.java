package dev.auditlog.web.view;

import dev.auditlog.Activity;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Target;
import dev.auditlog.view.View;
import dev.auditlog.view.ViewContent;
import java.util.Locale;
import java.util.Optional;

/**
 * A change of views as its event tells it: what was there, and what is there now.
 *
 * @param operation such as {@code Views.rename}
 * @param id the view that is changed; empty for one that is made
 */
record ViewChange(String operation, Activity activity, String id) {

    private static final String TYPE = "View";

    /**
     * Begins the event.
     *
     * @param before the view as it was; empty where there was none, or none that this person sees
     */
    AuditEvent.Draft draft(Optional<View> before) {
        AuditEvent.Draft draft = AuditEvent.draft(operation)
                .activity(activity)
                .target(new Target(
                        TYPE,
                        id.isEmpty() ? null : id,
                        before.map(view -> view.content().name()).orElse(null)));
        before.ifPresent(view -> describe(draft, "before.", view));
        return draft;
    }

    /** Adds the view as it is now. */
    static void after(AuditEvent.Draft draft, View view) {
        draft.target(new Target(TYPE, view.id(), view.content().name()));
        describe(draft, "", view);
    }

    private static void describe(AuditEvent.Draft draft, String prefix, View view) {
        describe(draft, prefix, view.content());
        draft.attribute(prefix + "owner", view.owner()).attribute(prefix + "shared", String.valueOf(view.shared()));
    }

    /** Adds what a view shows; empty texts are left out. */
    static void describe(AuditEvent.Draft draft, String prefix, ViewContent content) {
        draft.attribute(prefix + "name", content.name());
        draft.attribute(prefix + "query", content.query());
        if (!content.from().isEmpty()) {
            draft.attribute(prefix + "from", content.from());
        }
        if (!content.to().isEmpty()) {
            draft.attribute(prefix + "to", content.to());
        }
        draft.attribute(prefix + "order", content.order().name().toLowerCase(Locale.ROOT));
    }
}
