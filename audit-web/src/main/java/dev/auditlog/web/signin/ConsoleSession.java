package dev.auditlog.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The part of a session that says who has signed in. */
final class ConsoleSession {

    private static final String USER = ConsoleUser.class.getName();
    private static final String USED = ConsoleSession.class.getName() + ".used";
    private static final String TOKEN = FormToken.class.getName();

    private ConsoleSession() {}

    static Optional<ConsoleUser> userOf(HttpServletRequest request) {
        HttpSession session = sessionOf(request);
        if (session == null || !(session.getAttribute(USER) instanceof ConsoleUser user)) {
            return Optional.empty();
        }
        if (isLeft(session, System.currentTimeMillis())) {
            session.invalidate();
            return Optional.empty();
        }
        return Optional.of(user);
    }

    /** A person uses the session. A page that refreshes itself does not, so it keeps no session alive for ever. */
    static void used(HttpServletRequest request) {
        HttpSession session = sessionOf(request);
        if (session != null) {
            session.setAttribute(USED, System.currentTimeMillis());
        }
    }

    /** Nobody has used it for as long as a session may rest: the container has only seen the refreshing. */
    private static boolean isLeft(HttpSession session, long nowMs) {
        int restSeconds = session.getMaxInactiveInterval();
        return restSeconds > 0
                && session.getAttribute(USED) instanceof Long usedMs
                && nowMs - usedMs > restSeconds * 1_000L;
    }

    /** The code that forms of this session carry; empty where nobody has signed in. */
    static String tokenOf(HttpServletRequest request) {
        HttpSession session = sessionOf(request);
        Object token = session == null ? null : session.getAttribute(TOKEN);
        return token == null ? "" : (String) token;
    }

    /** By the cookie alone: Payara also finds a session that the address names, whatever web.xml says of tracking. */
    private static @Nullable HttpSession sessionOf(HttpServletRequest request) {
        return request.isRequestedSessionIdFromCookie() ? request.getSession(false) : null;
    }

    /** Makes the session the user's, under an id that nobody can have known before, and without what was in it. */
    static void open(HttpServletRequest request, ConsoleUser user, String token, Duration idle) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            session = request.getSession(true);
        } else {
            for (String name : Collections.list(session.getAttributeNames())) {
                session.removeAttribute(name);
            }
            request.changeSessionId();
        }
        session.setMaxInactiveInterval((int) idle.toSeconds());
        session.setAttribute(USER, user);
        session.setAttribute(TOKEN, token);
        session.setAttribute(USED, System.currentTimeMillis());
    }

    /** Replaces what is known of the user, for instance after a changed password. */
    static void update(HttpServletRequest request, ConsoleUser user) {
        request.getSession(true).setAttribute(USER, user);
    }

    static void close(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
