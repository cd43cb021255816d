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
    private static final String TOKEN = FormToken.class.getName();

    private ConsoleSession() {}

    static Optional<ConsoleUser> userOf(HttpServletRequest request) {
        HttpSession session = sessionOf(request);
        return session == null ? Optional.empty() : Optional.ofNullable((ConsoleUser) session.getAttribute(USER));
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
