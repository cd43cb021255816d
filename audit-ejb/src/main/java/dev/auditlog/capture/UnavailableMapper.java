package dev.auditlog.capture;

import dev.auditlog.AuditUnavailableException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers a call whose method ended because the event of an audited bean could not be kept, as an audited call is answered. A mapper
 * of the application for that very exception comes first: ADR 0023.
 */
@Priority(Integer.MAX_VALUE)
final class UnavailableMapper implements ExceptionMapper<AuditUnavailableException> {

    @Override
    public Response toResponse(AuditUnavailableException thrown) {
        Call call = CurrentCall.call();
        if (call != null) {
            call.threw(thrown); // one that is captured by its path has no interceptor to tell it
        }
        return Problems.notRecorded();
    }

    /** Whether something that nobody has mapped comes of such a one, as a server or a transaction wraps it. */
    static boolean isCauseOf(Throwable thrown) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (@Nullable Throwable t = thrown; t != null && seen.add(t); t = t.getCause()) {
            if (t instanceof AuditUnavailableException) {
                return true;
            }
        }
        return false;
    }
}
