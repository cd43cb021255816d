package dev.auditlog.record;

import dev.auditlog.AuditException;

/** The spool did not do what it was asked for; what it had acknowledged before is not touched. */
final class SpoolException extends AuditException {

    private static final long serialVersionUID = 1L;

    private final boolean full;

    SpoolException(String code, String message, boolean full) {
        super(code, message);
        this.full = full;
    }

    SpoolException(String code, String message, Throwable cause) {
        super(code, message, cause);
        full = false;
    }

    /** Whether {@code audit.spool.max-size} leaves no room: nothing is wrong, and removed records make room again. */
    boolean isFull() {
        return full;
    }
}
