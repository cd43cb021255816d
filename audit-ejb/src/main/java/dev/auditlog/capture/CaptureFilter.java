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

/**
 * The first and the last eye on a call: opens it on arrival and sees to it that it is closed before the first byte of
 * the response leaves. Registered by {@link CaptureInitializer}, outermost, for REQUEST and ASYNC; a forward or an
 * include belongs to the outermost call.
 */
final class CaptureFilter implements Filter {

    private final Deployment deployment;

    CaptureFilter(Deployment deployment) {
        this.deployment = deployment;
    }

    /** Names can be looked up from here on: the database is reached and its schema applied before the first call. */
    @Override
    public void init(FilterConfig config) {
        deployment.warmUp();
        deployment.jaxrsPaths(JaxrsPaths.of(config.getServletContext()));
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest http) || !(response instanceof HttpServletResponse answer)) {
            chain.doFilter(request, response);
            return;
        }
        if (http.getAttribute(Exchange.ATTRIBUTE) instanceof Exchange running) {
            if (http.getDispatcherType() == DispatcherType.ASYNC) {
                run(running, request, chain);
            } else if (http.getDispatcherType() == DispatcherType.INCLUDE) {
                running.response().include(() -> chain.doFilter(request, response));
            } else {
                chain.doFilter(request, response);
            }
            return;
        }
        Exchange exchange = Exchange.open(deployment, http, answer);
        run(exchange, exchange.request(), chain);
    }

    private static void run(Exchange exchange, ServletRequest request, FilterChain chain)
            throws IOException, ServletException {
        Call call = exchange.call();
        CurrentCall.enter(call);
        try {
            chain.doFilter(request, exchange.response());
            if (!request.isAsyncStarted()) {
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
