package dev.auditlog.web.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * Puts the security headers on every answer: pages, API, resources and errors (OWASP Secure Headers Project).
 *
 * <p>The policy set here lets no script run. A Faces page replaces it by its own with a nonce; see
 * {@link SinglePolicyResponse}. Methods that an address does not take are refused here, and forms that are longer than
 * any of the console's; for the API, JAX-RS does that.
 */
public class SecurityHeaders implements Filter {

    private static final String API = "/api";
    private static final long MAX_FORM_BYTES = 64 * 1024; // the largest form has three passwords
    private static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'";
    private static final String PAGE_POLICY = "default-src 'none'; base-uri 'none'; form-action 'self';"
            + " frame-ancestors 'none'; img-src 'self' data:; font-src 'self'; style-src 'self'";
    private static final String ONE_YEAR = "max-age=31536000";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        addTo(answer, http);
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && !http.getServletPath().equals(API)
                && isRefused(http, answer)) {
            return;
        }
        chain.doFilter(request, new SinglePolicyResponse(answer));
    }

    private static boolean isRefused(HttpServletRequest request, HttpServletResponse answer) throws IOException {
        List<String> methods = PageMethods.of(request.getServletPath());
        if (!methods.contains(request.getMethod())) {
            answer.setHeader("Allow", String.join(", ", methods));
            answer.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return true;
        }
        long length = request.getMethod().equals("POST") ? request.getContentLengthLong() : 0;
        if (length < 0 || length > MAX_FORM_BYTES) {
            answer.sendError(
                    length < 0
                            ? HttpServletResponse.SC_LENGTH_REQUIRED
                            : HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return true;
        }
        return false;
    }

    private static void addTo(HttpServletResponse answer, HttpServletRequest request) {
        String path = request.getServletPath();
        answer.setHeader(SinglePolicyResponse.POLICY, path.equals(API) ? API_POLICY : PAGE_POLICY);
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setHeader("X-Frame-Options", "DENY");
        answer.setHeader("Referrer-Policy", "same-origin");
        answer.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        answer.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        answer.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        if (request.isSecure()) {
            answer.setHeader("Strict-Transport-Security", ONE_YEAR);
        }
        if (!path.startsWith("/jakarta.faces.resource")) {
            answer.setHeader("Cache-Control", "no-store"); // whatever is not a style or a script shows events
        }
    }
}
