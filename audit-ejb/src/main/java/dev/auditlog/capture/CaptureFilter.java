package dev.auditlog.capture;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * The first and the last eye on a call: opens it on arrival and sees to it that it is closed before the first byte of
 * the response leaves. Registered by {@link CaptureInitializer}, outermost, for REQUEST and ASYNC; a forward or an
 * include belongs to the outermost call, and so does an error page: ADR 0023.
 */
final class CaptureFilter implements Filter {

    private final Deployment deployment;
    private final Set<Class<?>> found;

    /** Creates the filter of an archive in which these resource classes were found, among others. */
    CaptureFilter(Deployment deployment, Set<Class<?>> found) {
        this.deployment = deployment;
        this.found = found;
    }

    /** Names can be looked up from here on: the database is reached and its schema applied before the first call. */
    @Override
    public void init(FilterConfig config) {
        deployment.warmUp();
        deployment.jaxrsPaths(JaxrsPaths.of(config.getServletContext()));
        deployment.coverage().start(config.getServletContext().getContextPath(), found);
        deployment.rest().archive(found, Rest::beansAsk);
        Deployments.showMetrics(config.getServletContext().getClassLoader());
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest http) || !(response instanceof HttpServletResponse answer)) {
            chain.doFilter(request, response);
            return;
        }
        if (http.getAttribute(Exchange.ATTRIBUTE) instanceof Exchange running) {
            dispatched(running, request, response, chain);
            return;
        }
        if (http.getDispatcherType() == DispatcherType.ERROR) {
            chain.doFilter(request, response); // the container refused the request before it came here
            return;
        }
        if (CurrentCall.isPassing()) {
            chain.doFilter(request, response); // an include or an error page within such a call
            return;
        }
        if (deployment.isAtRest()) {
            pass(new Bystander(deployment, http, answer), chain, request, response);
            return;
        }
        Exchange exchange = Exchange.open(deployment, http, answer);
        run(exchange, exchange.request(), chain);
    }

    private static void pass(Bystander bystander, FilterChain chain, ServletRequest request, ServletResponse response)
            throws IOException, ServletException {
        CurrentCall.pass(bystander);
        try {
            chain.doFilter(request, response);
        } finally {
            CurrentCall.passed(bystander);
        }
    }

    private static void dispatched(
            Exchange running, ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        switch (request.getDispatcherType()) {
            case ASYNC -> run(running, request, chain);
            case INCLUDE -> running.response().include(() -> chain.doFilter(request, response));
            case ERROR -> {
                running.response().showId((HttpServletResponse) response); // the container has dropped all headers
                chain.doFilter(request, response);
            }
            default -> chain.doFilter(request, response);
        }
    }

    private static void run(Exchange exchange, ServletRequest request, FilterChain chain)
            throws IOException, ServletException {
        Call call = exchange.call();
        CurrentCall.enter(call);
        try {
            chain.doFilter(request, exchange.response());
            if (request.isAsyncStarted()) {
                call.takesItsTime();
            } else {
                call.actorFromRequest();
                exchange.finish();
            }
        } catch (IOException | ServletException | RuntimeException | Error thrown) {
            if (exchange.failed(thrown)) {
                throw thrown;
            }
        } finally {
            CurrentCall.leave();
        }
    }
}
