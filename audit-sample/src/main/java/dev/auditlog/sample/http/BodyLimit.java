package dev.auditlog.sample.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;

/** Takes bodies of at most 1 MiB (else 413) and without a content coding (else 415). */
@Provider
@Priority(Priorities.ENTITY_CODER)
public class BodyLimit implements ContainerRequestFilter {

    static final int MAX_BYTES = 1024 * 1024;

    @Override
    public void filter(ContainerRequestContext request) {
        String coding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (coding != null && !coding.equalsIgnoreCase("identity")) {
            throw Problem.of(Status.UNSUPPORTED_MEDIA_TYPE, "A content coding is not taken. Send the body as it is.");
        }
        if (request.getLength() > MAX_BYTES) {
            throw BoundedStream.tooLarge(MAX_BYTES);
        }
        if (request.hasEntity()) {
            // the length may be unknown (chunked) or untrue
            request.setEntityStream(new BoundedStream(request.getEntityStream(), MAX_BYTES));
        }
    }
}
