package dev.auditlog.web.rest;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Lets an answer of the API end in silence when its client goes away: whoever cancels an export has made no error, but
 * Jersey would log two, each with its whole stack, and there is nothing in JAX-RS that keeps it from that.
 */
public class GoneClientFilter implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, new GoneClient((HttpServletRequest) request, (HttpServletResponse) response));
    }
}
