package dev.auditlog.capture;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;

/** Tells the call that the JAX-RS runtime has it, before a resource is looked for: 404, 405 and others end there. */
@PreMatching
@jakarta.annotation.Priority(Integer.MIN_VALUE)
final class ArrivalFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        Call call = CurrentCall.call();
        if (call != null) {
            call.reachedJaxrs(request.getUriInfo());
            call.deployment().coverage().logOnce();
            call.deployment().rest().tryNow();
        }
    }
}
