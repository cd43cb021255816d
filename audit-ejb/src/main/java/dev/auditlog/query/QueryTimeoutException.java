package dev.auditlog.query;

import dev.auditlog.AuditException;
import java.time.Duration;

/** The database took longer for a query than one may. An HTTP layer answers 503; a narrower time range helps. */
public class QueryTimeoutException extends AuditException {

    private static final long serialVersionUID = 1L;

    private final Duration limit;

    QueryTimeoutException(String code, String message, Duration limit, Throwable cause) {
        super(code, message, cause);
        this.limit = limit;
    }

    /** How long a query may take. */
    public Duration limit() {
        return limit;
    }
}
