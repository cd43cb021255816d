package dev.auditlog.web.rest;

import dev.auditlog.web.signin.ApiCaller;
import dev.auditlog.web.signin.ApiVerdict;
import dev.auditlog.web.signin.RetryAfter;
import jakarta.annotation.Priority;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/**
 * Lets only those call the API who may, and tells the others why. Runs after the capture of the call has begun and
 * before the container's own check of {@link RolesAllowed}, which would answer without a reason.
 */
@Provider
@Priority(Priorities.AUTHORIZATION - 500)
public class Access implements ContainerRequestFilter {

    private static final String CHALLENGE = "Basic realm=\"audit\", charset=\"UTF-8\"";
    private static final String PAGE_CHALLENGE = "Session realm=\"audit\"";

    @Context
    ResourceInfo resource;

    @Context
    HttpServletRequest request;

    @Inject
    ApiCaller caller;

    @Override
    public void filter(ContainerRequestContext context) {
        List<String> roles = roles();
        ApiVerdict verdict = caller.verdict(request, roles);
        switch (verdict.kind()) {
            case ALLOWED -> {}
            case ANONYMOUS -> context.abortWith(challenge(RestMessages.signInNeeded()));
            case BAD_CREDENTIALS -> context.abortWith(challenge(RestMessages.badCredentials()));
            case THROTTLED -> context.abortWith(later(RetryAfter.seconds(verdict.delay())));
            case ROLE_MISSING -> context.abortWith(answer(RestMessages.roleMissing(roles)));
            case PASSWORD_EXPIRED -> context.abortWith(answer(RestMessages.passwordExpired()));
            case CROSS_SITE -> context.abortWith(answer(RestMessages.crossSite()));
            case FOREIGN_EXPORT -> context.abortWith(answer(RestMessages.foreignExport()));
            case UNAVAILABLE -> context.abortWith(answer(RestMessages.usersUnavailable()));
        }
    }

    private List<String> roles() {
        RolesAllowed onMethod = resource.getResourceMethod().getAnnotation(RolesAllowed.class);
        RolesAllowed onClass = resource.getResourceClass().getAnnotation(RolesAllowed.class);
        RolesAllowed rule = onMethod == null ? onClass : onMethod;
        return rule == null ? List.of() : List.of(rule.value());
    }

    /**
     * Each 401 names a scheme (RFC 9110, section 15.5.2). To Basic a browser would ask for a password with a window of
     * its own; a page of the console asks in its own way, so it is told a scheme that no browser knows.
     */
    private Response challenge(Problem problem) {
        return problem.toResponse()
                .header("WWW-Authenticate", caller.isFromPage(request) ? PAGE_CHALLENGE : CHALLENGE)
                .build();
    }

    private static Response later(long seconds) {
        return RestMessages.throttled(seconds)
                .toResponse()
                .header("Retry-After", seconds)
                .build();
    }

    private static Response answer(Problem problem) {
        return problem.toResponse().build();
    }
}
