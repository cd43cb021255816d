package dev.auditlog.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Redirects within the console by relative references (RFC 9110, section 10.2.2), so that they hold behind any proxy,
 * whatever scheme, host and prefix it shows to the outside.
 */
public final class Redirect {

    private Redirect() {}

    /**
     * Answers 303 (302 to a GET) and sends the browser to another path of the console.
     *
     * @param local path within the console, beginning with a slash, with its query if any; already checked and encoded
     */
    public static void send(HttpServletRequest request, HttpServletResponse response, String local) {
        boolean reading =
                request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        response.setStatus(reading ? HttpServletResponse.SC_FOUND : HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", reference(request, local));
    }

    /** Returns the reference to a path of the console, relative to the address of the request. */
    public static String reference(HttpServletRequest request, String local) {
        String inside =
                request.getRequestURI().substring(request.getContextPath().length());
        long folders = Math.max(0, inside.chars().filter(c -> c == '/').count() - 1);
        // "./" keeps a first segment with a colon from being read as a scheme
        return folders == 0 ? "." + local : "../".repeat((int) folders) + local.substring(1);
    }
}
