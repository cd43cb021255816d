package dev.auditlog.it.mapped;

import dev.auditlog.AuditUnavailableException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** What the application answers when it is refused. */
@Provider
public class OwnMapper implements ExceptionMapper<AuditUnavailableException> {

    @Override
    public Response toResponse(AuditUnavailableException thrown) {
        return Response.status(429).entity("own").type("text/plain").build();
    }
}
