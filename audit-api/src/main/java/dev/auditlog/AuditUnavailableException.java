package dev.auditlog;

import java.time.Duration;

/** An event could not be made durable in time. An HTTP layer answers 503 with {@code Retry-After}. */
public class AuditUnavailableException extends AuditException {

    private static final long serialVersionUID = 1L;

    private final Duration waited;

    public AuditUnavailableException(String code, String message, Duration waited, Throwable cause) {
        super(code, message, cause);
        this.waited = waited;
    }

    public AuditUnavailableException(String code, String message, Duration waited) {
        super(code, message);
        this.waited = waited;
    }

    /** How long the caller had waited; zero if the event was refused at once. */
    public Duration waited() {
        return waited;
    }
}
