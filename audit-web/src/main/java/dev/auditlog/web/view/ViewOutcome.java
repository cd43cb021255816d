package dev.auditlog.web.view;

import dev.auditlog.view.View;
import dev.auditlog.view.ViewException;
import dev.auditlog.web.text.Texts;
import java.util.Optional;

/**
 * What became of a change.
 *
 * @param status status of the answer; 303 for one that was made
 * @param eventId its event; empty where none could be recorded
 * @param problem why it was refused; empty if it was made
 * @param view the view as it is now; empty where there is none
 */
record ViewOutcome(int status, String eventId, String problem, Optional<View> view) {

    static ViewOutcome notRecording(Texts texts) {
        return new ViewOutcome(503, "", ViewPageMessages.notRecording(texts), Optional.empty());
    }

    boolean isDone() {
        return status == 303;
    }

    static int status(ViewException.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case FORBIDDEN -> 403;
            case UNKNOWN -> 404;
            case CONFLICT -> 409;
        };
    }
}
