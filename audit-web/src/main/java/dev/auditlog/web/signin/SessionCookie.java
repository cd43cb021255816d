package dev.auditlog.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Completes the cookie of a new session. Payara 6 leaves out the attributes that {@code web.xml} asks for, and no server
 * knows of the scheme and prefix that a trusted proxy shows to the outside.
 */
final class SessionCookie {

    static final String NAME = "AUDITSESSION";

    private static final String HEADER = "Set-Cookie";

    private SessionCookie() {}

    /** To be called after the session was made or got a new id, before the response is committed. */
    static void complete(HttpServletRequest request, HttpServletResponse response) {
        List<String> cookies = new ArrayList<>(response.getHeaders(HEADER));
        boolean first = true;
        for (String cookie : cookies) {
            String sent = cookie.startsWith(NAME + "=")
                    ? completed(cookie, request.getContextPath(), request.isSecure())
                    : cookie;
            if (first) {
                response.setHeader(HEADER, sent);
                first = false;
            } else {
                response.addHeader(HEADER, sent);
            }
        }
    }

    /** Returns the cookie with the path, and with Secure and SameSite=Lax: links from elsewhere find the session. */
    static String completed(String cookie, String contextPath, boolean secure) {
        StringBuilder sent = new StringBuilder();
        for (String part : cookie.split(";")) {
            String name = part.strip().toLowerCase(Locale.ROOT);
            if (sent.isEmpty()) {
                sent.append(part.strip());
            } else if (!name.startsWith("path=")
                    && !name.startsWith("samesite=")
                    && !name.equals("secure")
                    && !name.equals("httponly")) {
                sent.append("; ").append(part.strip());
            }
        }
        sent.append("; Path=").append(contextPath.isEmpty() ? "/" : contextPath).append("; HttpOnly; SameSite=Lax");
        return secure ? sent.append("; Secure").toString() : sent.toString();
    }
}
