package dev.auditlog.it.app;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Reads the body and puts it back, as a filter that checks a signature does. */
@Provider
@ReadTwice
public class ReadTwiceFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        request.setEntityStream(
                new ByteArrayInputStream(request.getEntityStream().readAllBytes()));
    }
}
