package dev.auditlog.web.security;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;

/**
 * Behind a trusted proxy, the scheme and the path prefix of the outside address are those that the proxy names in
 * {@code X-Forwarded-Proto} and {@code X-Forwarded-Prefix}. From any other peer these headers mean nothing.
 *
 * <p>The host is never taken from a header: redirects and links of the console do not name one.
 */
public class OutsideAddress implements Filter {

    private Proxies proxies = new Proxies(List.of());

    @Override
    public void init(FilterConfig filter) {
        proxies = Proxies.configured();
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        chain.doFilter(proxies.trust(http.getRemoteAddr()) ? ProxiedRequest.of(http) : http, response);
    }
}
