package dev.auditlog.query;

import dev.auditlog.AuditException;

/** As many queries run already as may run at once. An HTTP layer answers 503 with {@code Retry-After}. */
public class TooManyQueriesException extends AuditException {

    private static final long serialVersionUID = 1L;

    private final int limit;

    TooManyQueriesException(String code, String message, int limit) {
        super(code, message);
        this.limit = limit;
    }

    /** How many queries may run at once. */
    public int limit() {
        return limit;
    }
}
