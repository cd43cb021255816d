package dev.auditlog.it.app;

import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** A response filter that fails. */
@Provider
@FailingFilter.Applies
public class FailingFilter implements ContainerResponseFilter {

    /** Binds the filter. */
    @NameBinding
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Applies {}

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        throw new IllegalStateException("the filter fails");
    }
}
