package dev.auditlog.it.app;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** The exception mappers of the application. */
public final class Mappers {

    private Mappers() {}

    /** Answers 418. */
    @Provider
    public static class Teapot implements ExceptionMapper<TeapotException> {
        @Override
        public Response toResponse(TeapotException thrown) {
            return Response.status(418)
                    .entity(thrown.getMessage())
                    .type("text/plain")
                    .build();
        }
    }

    /** Fails itself. */
    @Provider
    public static class Broken implements ExceptionMapper<BrokenMapperException> {
        @Override
        public Response toResponse(BrokenMapperException thrown) {
            throw new IllegalStateException("a mapper that fails", thrown);
        }
    }
}
