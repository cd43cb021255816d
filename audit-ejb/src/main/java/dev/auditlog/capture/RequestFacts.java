package dev.auditlog.capture;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * What the request said of itself on arrival, before a forward could change it.
 *
 * @param method HTTP method
 * @param path decoded path with the context root, as the container routed it
 * @param pathInContext the same without the context root
 * @param query raw query string
 * @param peer address of the TCP peer
 */
record RequestFacts(String method, String path, String pathInContext, @Nullable String query, @Nullable String peer) {

    static RequestFacts of(HttpServletRequest request) {
        String info = request.getPathInfo();
        String inContext = request.getServletPath() + (info == null ? "" : info);
        return new RequestFacts(
                request.getMethod(),
                request.getContextPath() + inContext,
                inContext,
                request.getQueryString(),
                request.getRemoteAddr());
    }
}
