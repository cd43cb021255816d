package dev.auditlog.web.signin;

import dev.auditlog.web.signin.ApiVerdict.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/** The caller of the API: by HTTP Basic or by the console's session; and where there is none, why. */
@ApplicationScoped
public class ApiCaller {

    private static final String ATTEMPT = ApiCaller.class.getName();
    private static final int TOO_MANY_REQUESTS = 429; // RFC 6585
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @Inject
    Users users;

    @Inject
    Visitors visitors;

    @Inject
    ClientAddress address;

    @Inject
    SignInEvents events;

    /**
     * Returns who calls. Credentials win over a session: a program that sends its own wants to be who it says. What was
     * wrong with credentials is kept in the request, for {@link #verdict}.
     */
    Optional<ConsoleUser> authenticate(HttpServletRequest request) {
        Optional<BasicCredentials> sent = BasicCredentials.parse(request.getHeader("Authorization"));
        if (sent.isEmpty()) {
            return visitors.signedIn(request);
        }
        Attempt attempt = users.check(request, sent.get(), address.of(request), ConsoleUser.BASIC);
        Arrays.fill(sent.get().password(), '\0');
        request.setAttribute(ATTEMPT, new Tried(sent.get().name(), attempt));
        return attempt.isOk() ? Optional.of(attempt.signedIn()) : Optional.empty();
    }

    /**
     * Decides whether the call may run. Credentials that let nobody in leave an event of their own, as a failed sign-in.
     *
     * @param roles any of these is enough; empty for a call that is open to all
     */
    public ApiVerdict verdict(HttpServletRequest request, Collection<String> roles) {
        Tried tried = (Tried) request.getAttribute(ATTEMPT);
        if (tried != null && !tried.attempt().isOk()) {
            return refused(tried);
        }
        Optional<ConsoleUser> user = known(request);
        if (roles.isEmpty()) {
            return ApiVerdict.of(Kind.ALLOWED);
        }
        if (user.isEmpty()) {
            return ApiVerdict.of(Kind.ANONYMOUS);
        }
        return ApiVerdict.of(judge(request, user.get(), roles, tried == null));
    }

    /** Whether the request belongs to a page of the console, which asks for a sign-in in its own way. */
    public boolean isFromPage(HttpServletRequest request) {
        return request.getHeader("X-Requested-With") != null || request.getSession(false) != null;
    }

    /** Whether anybody has signed in. */
    public boolean isSignedIn(HttpServletRequest request) {
        return known(request).isPresent();
    }

    /** Who calls: the owner of the credentials, else of the session. */
    Optional<ConsoleUser> known(HttpServletRequest request) {
        Tried tried = (Tried) request.getAttribute(ATTEMPT);
        return tried == null
                ? visitors.signedIn(request)
                : Optional.ofNullable(tried.attempt().user());
    }

    private ApiVerdict refused(Tried tried) {
        Attempt attempt = tried.attempt();
        if (attempt.result() == Attempt.Result.UNAVAILABLE) {
            return ApiVerdict.of(Kind.UNAVAILABLE);
        }
        boolean throttled = attempt.result() == Attempt.Result.THROTTLED;
        int status = throttled ? TOO_MANY_REQUESTS : HttpServletResponse.SC_UNAUTHORIZED;
        events.refused(attempt, tried.name(), users.isKnown(tried.name()), ConsoleUser.BASIC, status);
        return throttled ? new ApiVerdict(Kind.THROTTLED, attempt.delay()) : ApiVerdict.of(Kind.BAD_CREDENTIALS);
    }

    private static Kind judge(
            HttpServletRequest request, ConsoleUser user, Collection<String> roles, boolean bySession) {
        if (Collections.disjoint(user.roles(), roles)) {
            return Kind.ROLE_MISSING;
        }
        if (user.mustChange()) {
            return Kind.PASSWORD_EXPIRED;
        }
        if (bySession && roles.contains(Roles.EXPORTER) && !FormToken.isOwnSite(request)) {
            return Kind.FOREIGN_EXPORT; // a GET, and still it would be on record under the name of who opened that page
        }
        boolean forged = bySession
                && !SAFE.contains(request.getMethod())
                && (request.getHeader("X-Requested-With") == null || !FormToken.isOwnSite(request));
        return forged ? Kind.CROSS_SITE : Kind.ALLOWED;
    }

    /** Credentials of this request, and what came of them. */
    private record Tried(String name, Attempt attempt) {}
}
