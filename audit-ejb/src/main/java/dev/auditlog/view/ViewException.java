package dev.auditlog.view;

import dev.auditlog.AuditException;

/** A change of views that is refused; the message says why and what to do. */
public class ViewException extends AuditException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** Why it is refused. */
    public enum Kind {
        /** What was sent means nothing. */
        INVALID,
        /** It is somebody else's. */
        FORBIDDEN,
        /** There is none, or none that this person may see. */
        UNKNOWN,
        /** It does not go with what is there. */
        CONFLICT
    }

    ViewException(Kind kind, String code, String message) {
        super(code, message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
