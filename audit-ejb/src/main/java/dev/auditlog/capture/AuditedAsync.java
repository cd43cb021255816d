package dev.auditlog.capture;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/** Closes the event before an asynchronous call completes. */
final class AuditedAsync implements AsyncContext {

    private final AsyncContext inner;
    private final Exchange exchange;

    AuditedAsync(AsyncContext inner, Exchange exchange) {
        this.inner = inner;
        this.exchange = exchange;
        inner.addListener(new LastResort(exchange));
    }

    @Override
    public void complete() {
        try {
            exchange.finish();
        } finally {
            inner.complete();
        }
    }

    @Override
    public void start(Runnable work) {
        inner.start(() -> {
            CurrentCall.enter(exchange.call());
            try {
                work.run();
            } finally {
                CurrentCall.leave();
            }
        });
    }

    @Override
    public void addListener(AsyncListener listener) {
        inner.addListener(new Relay(listener, this));
    }

    @Override
    public void addListener(AsyncListener listener, ServletRequest request, ServletResponse response) {
        inner.addListener(new Relay(listener, this), request, response);
    }

    @Override
    public <T extends AsyncListener> T createListener(Class<T> type) throws ServletException {
        return inner.createListener(type);
    }

    @Override
    public ServletRequest getRequest() {
        return inner.getRequest();
    }

    @Override
    public ServletResponse getResponse() {
        return inner.getResponse();
    }

    @Override
    public boolean hasOriginalRequestAndResponse() {
        return inner.hasOriginalRequestAndResponse();
    }

    @Override
    public void dispatch() {
        inner.dispatch();
    }

    @Override
    public void dispatch(String path) {
        inner.dispatch(path);
    }

    @Override
    public void dispatch(ServletContext context, String path) {
        inner.dispatch(context, path);
    }

    @Override
    public void setTimeout(long timeoutMs) {
        inner.setTimeout(timeoutMs);
    }

    @Override
    public long getTimeout() {
        return inner.getTimeout();
    }

    /** Gives a listener of the application this context in place of the container's, so that its complete() is seen. */
    private record Relay(AsyncListener listener, AsyncContext own) implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) throws IOException {
            listener.onComplete(ours(event));
        }

        @Override
        public void onTimeout(AsyncEvent event) throws IOException {
            listener.onTimeout(ours(event));
        }

        @Override
        public void onError(AsyncEvent event) throws IOException {
            listener.onError(ours(event));
        }

        @Override
        public void onStartAsync(AsyncEvent event) throws IOException {
            listener.onStartAsync(ours(event));
        }

        private AsyncEvent ours(AsyncEvent event) {
            return new AsyncEvent(own, event.getSuppliedRequest(), event.getSuppliedResponse(), event.getThrowable());
        }
    }

    /** Sees the ends that pass our wrapper by: the container completes a call that timed out or failed. */
    private record LastResort(Exchange exchange) implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            exchange.completedByContainer();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            exchange.timedOut(); // else who set the time-out answers it; if nobody does, onComplete follows
        }

        @Override
        public void onError(AsyncEvent event) {
            if (event.getThrowable() != null) {
                exchange.call().threw(event.getThrowable());
            }
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
