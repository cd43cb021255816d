package dev.auditlog.capture;

import dev.auditlog.AuditException;
import dev.auditlog.AuditUnavailableException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Providers;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers a call whose method ended because the event of an audited bean could not be kept, as an audited call is answered, where the
 * application maps no such exception: one of its mappers comes first, be it for this exception or for all (ADR 0023).
 */
@Priority(Integer.MAX_VALUE)
final class UnavailableMapper implements ExceptionMapper<AuditUnavailableException> {

    /** JAX-RS 3.1 (section 4.4) has each runtime map what nobody maps. */
    private static final List<String> RUNTIMES = List.of(
            "org.glassfish.jersey.", "org.jboss.resteasy.", "org.apache.cxf.", "io.openliberty.", "com.ibm.ws.");

    @Context
    @Nullable
    Providers providers;

    @Override
    public Response toResponse(AuditUnavailableException thrown) {
        Call call = CurrentCall.call();
        if (call != null) {
            call.threw(thrown); // one that is captured by its path has no interceptor to tell it
        }
        ExceptionMapper<AuditException> applications = ofTheApplication();
        return applications == null ? Problems.notRecorded() : applications.toResponse(thrown);
    }

    /** The mapper that would have got it without this one. */
    private @Nullable ExceptionMapper<AuditException> ofTheApplication() {
        Providers known = providers;
        ExceptionMapper<AuditException> next = known == null ? null : known.getExceptionMapper(AuditException.class);
        boolean runtimes =
                next != null && RUNTIMES.stream().anyMatch(next.getClass().getName()::startsWith);
        return runtimes ? null : next;
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
