package dev.auditlog.it.app;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Sets a status when the rest of the application is done, which is too late for a response that is whole. */
@WebFilter(urlPatterns = "/api/ends/*", asyncSupported = true)
public class LateStatusFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, response);
        String late = request.getHeader("X-Late-Status");
        if (late != null) {
            response.setStatus(Integer.parseInt(late));
            response.setHeader("X-Late", "yes");
        }
    }
}
