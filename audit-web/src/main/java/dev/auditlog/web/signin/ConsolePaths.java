package dev.auditlog.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** Which of the console's paths are open to whom. Paths are those within the console, decoded by the container. */
final class ConsolePaths {

    static final String SIGN_IN = "/sign-in";
    static final String SIGN_OUT = "/sign-out";
    static final String PASSWORD = "/password";

    private static final Set<String> OPEN = Set.of(SIGN_IN, SIGN_OUT, "/error", "/api", "/favicon.ico");

    private ConsolePaths() {}

    /** Open to all; the API has a gate of its own. */
    static boolean isOpen(String path) {
        return OPEN.contains(path) || path.startsWith("/api/") || path.startsWith("/jakarta.faces.resource/");
    }

    /** Asked before the container has mapped the request, so it looks at the address as it came. */
    static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }

    static boolean isHome(String path) {
        return path.isEmpty() || path.equals("/");
    }

    static boolean isSignIn(String path) {
        return isPage(path, "/signin");
    }

    static boolean isPassword(String path) {
        return isPage(path, PASSWORD);
    }

    static boolean isForAdmin(String path) {
        return isPage(path, "/accounts");
    }

    /** A page asks for its own newest state; nobody has done anything. */
    static boolean isRefresh(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return isPage(path, "/state")
                || path.equals("/api/live")
                || request.getMethod().equals("POST")
                        && "partial/ajax".equals(request.getHeader("Faces-Request"))
                        && isPage(path, "/recorders");
    }

    private static boolean isPage(String path, String page) {
        return path.equals(page) || path.startsWith(page + ".") || path.startsWith(page + "/");
    }
}
