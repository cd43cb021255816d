package dev.auditlog.capture;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

/** Sees the caller of a refused call too: a security context that a filter of the application made is known only here. */
@jakarta.annotation.Priority(Integer.MAX_VALUE)
final class EndFilter implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Call call = CurrentCall.call();
        if (call != null && Scope.of(call) != null) {
            call.actor(call.deployment().actors().of(request.getSecurityContext(), call.request()));
        }
    }
}
