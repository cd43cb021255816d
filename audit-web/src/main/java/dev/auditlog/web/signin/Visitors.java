package dev.auditlog.web.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * The user of a session, as long as he still is one: a session ends at the first request after its user was disabled,
 * lost a role or got another password.
 */
@ApplicationScoped
class Visitors {

    private static final String SEEN = Visitors.class.getName();

    @Inject
    Users users;

    /** Returns who has signed in and still may. Asks the users once for each request. */
    Optional<ConsoleUser> signedIn(HttpServletRequest request) {
        if (request.getAttribute(SEEN) instanceof ConsoleUser seen) {
            return Optional.of(seen);
        }
        Optional<ConsoleUser> then = ConsoleSession.userOf(request);
        Optional<ConsoleUser> now = then.flatMap(users::current);
        if (then.isPresent() && now.isEmpty()) {
            ConsoleSession.close(request);
        }
        now.ifPresent(user -> seen(request, user));
        return now;
    }

    private static void seen(HttpServletRequest request, ConsoleUser user) {
        request.setAttribute(SEEN, user);
        if (!ConsolePaths.isRefresh(request)) {
            ConsoleSession.used(request);
        }
    }

    /** Puts the changed user into the session and into the request. */
    void replace(HttpServletRequest request, ConsoleUser user) {
        ConsoleSession.update(request, user);
        request.setAttribute(SEEN, user);
    }
}
