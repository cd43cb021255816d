package dev.auditlog.it.mapped;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** What the application answers to whatever goes wrong. */
@Provider
public class OwnMapper implements ExceptionMapper<RuntimeException> {

    @Override
    public Response toResponse(RuntimeException thrown) {
        return Response.status(429).entity("own").type("text/plain").build();
    }
}
