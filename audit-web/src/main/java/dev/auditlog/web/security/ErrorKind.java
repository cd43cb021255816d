package dev.auditlog.web.security;

import dev.auditlog.AuditUnavailableException;
import dev.auditlog.query.QueryTimeoutException;
import dev.auditlog.query.TooManyQueriesException;
import dev.auditlog.store.SqlErrors;
import jakarta.faces.application.ViewExpiredException;
import org.jspecify.annotations.Nullable;

/** The error pages that there are. */
enum ErrorKind {
    BAD_REQUEST("400"),
    FORBIDDEN("403"),
    NOT_FOUND("404"),
    METHOD("405"),
    EXPIRED("expired"),
    UNAVAILABLE("503"),
    INTERNAL("500");

    private static final int MAX_CAUSES = 20;

    private final String key;

    ErrorKind(String key) {
        this.key = key;
    }

    static ErrorKind of(int status, @Nullable Throwable thrown) {
        if (causedBy(thrown, ViewExpiredException.class)) {
            return EXPIRED;
        }
        if (causedBy(thrown, AuditUnavailableException.class)
                || causedBy(thrown, QueryTimeoutException.class)
                || causedBy(thrown, TooManyQueriesException.class)
                || SqlErrors.isOfTheStore(thrown)) { // accounts, views and coverage hand on what JPA throws
            return UNAVAILABLE;
        }
        return switch (status) {
            case 401, 403 -> FORBIDDEN;
            case 404, 410 -> NOT_FOUND;
            case 405, 501 -> METHOD;
            case 503 -> UNAVAILABLE;
            default -> status >= 400 && status < 500 ? BAD_REQUEST : INTERNAL;
        };
    }

    /** The status to answer with, where the container had another in mind. */
    int status(int told) {
        return switch (this) {
            case EXPIRED -> 403; // the state that proves where the form came from is gone
            case UNAVAILABLE -> 503;
            default -> told < 400 ? 500 : told;
        };
    }

    String title() {
        return "error." + key + ".title";
    }

    String text() {
        return "error." + key + ".text";
    }

    private static boolean causedBy(@Nullable Throwable thrown, Class<? extends Throwable> type) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            if (type.isInstance(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
