package dev.auditlog.capture;

import jakarta.servlet.UnavailableException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A call with the wrapped request and response that carry it; kept as a request attribute. */
final class Exchange {

    static final String ATTRIBUTE = Exchange.class.getName();

    private final Call call;
    private final AuditedRequest request;
    private final AuditedResponse response;

    private Exchange(Call call, AuditedRequest request, AuditedResponse response) {
        this.call = call;
        this.request = request;
        this.response = response;
    }

    static Exchange open(Deployment deployment, HttpServletRequest request, HttpServletResponse response) {
        Call call = new Call(deployment, request);
        AuditedResponse answer = new AuditedResponse(call, response);
        AuditedRequest asked = new AuditedRequest(call, request);
        Exchange exchange = new Exchange(call, asked, answer);
        asked.exchange(exchange);
        request.setAttribute(ATTRIBUTE, exchange);
        return exchange;
    }

    Call call() {
        return call;
    }

    AuditedRequest request() {
        return request;
    }

    AuditedResponse response() {
        return response;
    }

    /**
     * The call has ended normally: closes the event, then lets the held bytes go. If the client is gone by then, a second
     * event says so, and the container is told nothing: with its own buffer it would only have seen it later.
     */
    void finish() {
        try {
            response.finish();
        } catch (IOException gone) {
            call.broke(gone);
        }
    }

    /**
     * An exception has left the application. Closes the event before the container makes its error page.
     *
     * @return whether the exception should go on; false if the response has become a 503 already
     */
    boolean failed(Throwable thrown) {
        if (!call.isClosed() || response.hasPassed()) {
            call.threw(thrown); // else an error was sent for it already, and nothing is broken
        }
        call.actorFromRequest();
        if (UnavailableMapper.isCauseOf(thrown) && !request.isAsyncStarted()) {
            return response.closeUnavailable();
        }
        return response.closeWith(statusOf(thrown));
    }

    /** What a container answers then: a servlet may say that it is not to be had for a while, or for good (Servlet 6.0, 2.3.3.2). */
    private static int statusOf(Throwable thrown) {
        if (thrown instanceof UnavailableException unavailable) {
            return unavailable.isPermanent()
                    ? HttpServletResponse.SC_NOT_FOUND
                    : HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    /** An asynchronous call timed out: an error that it sent before is all that will come. */
    void timedOut() {
        if (response.hasSent()) {
            finish();
        }
    }

    /** The container has completed an asynchronous call by itself, past our wrapper: the event is late, but not lost. */
    void completedByContainer() {
        response.closeLate();
    }
}
