package dev.auditlog.web.signin;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;

/** Tells all behind it who calls, where the users are the server's; else {@link ConsoleAuthentication} has told. */
public class CallerFilter implements Filter {

    private boolean active;

    @Inject
    ApiCaller apiCaller;

    @Inject
    Visitors visitors;

    @Override
    public void init(FilterConfig filter) {
        active = ContainerUsersExtension.isContainer();
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(active ? known((HttpServletRequest) request) : request, response);
    }

    private HttpServletRequest known(HttpServletRequest request) {
        Optional<ConsoleUser> user =
                ConsolePaths.isApi(request) ? apiCaller.authenticate(request) : visitors.signedIn(request);
        return user.<HttpServletRequest>map(found -> new KnownRequest(request, found))
                .orElse(request);
    }
}
