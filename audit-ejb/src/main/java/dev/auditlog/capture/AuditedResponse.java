package dev.auditlog.capture;

import dev.auditlog.event.Outcome;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Holds the first bytes of a response back until the event of the call is durable. Whatever would let a byte leave
 * (overflow, flush, sendError, sendRedirect, close, end of the chain) closes the event first; if that fails, the
 * response becomes a 503.
 *
 * <p>Pitfalls that were seen: {@code isCommitted()} is true right after {@code sendError} on Payara and says nothing
 * about bytes; a refused anonymous call is challenged on the inner response first, so its status is the inner one.
 */
final class AuditedResponse extends HttpServletResponseWrapper {

    private enum State {
        HELD,
        PASSING,
        REPLACED
    }

    private final Call call;
    private final HeldStream stream;
    private @Nullable HeldWriter writer;
    private boolean streamTaken;
    private State state = State.HELD;
    private int includes;

    AuditedResponse(Call call, HttpServletResponse response) {
        super(response);
        this.call = call;
        this.stream = new HeldStream(this);
    }

    private HttpServletResponse inner() {
        return (HttpServletResponse) getResponse();
    }

    /** Closes the event if it is open. Returns whether bytes may leave. */
    synchronized boolean release() throws IOException {
        return closeAs(getStatus(), getHeader("Location")) == State.PASSING;
    }

    private State closeAs(int status, @Nullable String location) {
        if (state == State.HELD) {
            Call.Closing closing = call.close(status, location);
            state = closing == Call.Closing.REFUSED ? State.REPLACED : State.PASSING;
            if (state == State.REPLACED) {
                stream.drop();
                Problems.notRecorded(inner());
            } else {
                showId(inner());
            }
        }
        return state;
    }

    /** Names the event, if there is one, in a response's header. */
    void showId(HttpServletResponse shown) {
        UUID id = call.shownId();
        if (id != null) {
            shown.setHeader(Headers.AUDIT_ID, id.toString());
        }
    }

    /** Closes the event with a status that is not set on this response. Returns whether the response may go on. */
    synchronized boolean closeWith(int status) {
        return closeAs(status, null) == State.PASSING;
    }

    /** Ends the response: closes the event, then lets what is held go to the container. */
    synchronized void finish() throws IOException {
        drainWriter();
        if (release()) {
            stream.passHeld();
        }
    }

    private void drainWriter() {
        if (writer != null) {
            writer.drain();
        }
    }

    /** Something could not be sent: the client has gone, most likely. */
    void broke(IOException thrown) {
        call.broke(thrown);
    }

    /** The container's stream, for bytes that may leave. */
    ServletOutputStream innerStream() throws IOException {
        return inner().getOutputStream();
    }

    synchronized boolean isHeld() {
        return state == State.HELD;
    }

    @Override
    public ServletOutputStream getOutputStream() {
        if (writer != null) {
            throw new IllegalStateException("getWriter() was called on this response before getOutputStream()");
        }
        streamTaken = true;
        return stream;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (streamTaken) {
            throw new IllegalStateException("getOutputStream() was called on this response before getWriter()");
        }
        if (writer == null) {
            setCharacterEncoding(getCharacterEncoding()); // Servlet 6.0, 5.5: the writer's charset goes into the type
            writer = HeldWriter.over(stream, getCharacterEncoding());
        }
        return writer.printer();
    }

    @Override
    public synchronized void sendError(int status, @Nullable String message) throws IOException {
        if (isIncluded() || closeError(status)) {
            if (message == null) {
                super.sendError(status);
            } else {
                super.sendError(status, message);
            }
        }
    }

    @Override
    public synchronized void sendError(int status) throws IOException {
        sendError(status, null);
    }

    /** Whether bytes may have left. */
    boolean hasPassed() {
        return stream.hasPassed();
    }

    /** Sets the id of the event that a refusal would leave, before anybody can refuse on the inner response. */
    synchronized void announce() {
        Matched scope = Scope.of(call);
        if (state == State.HELD && scope != null && scope.rule().records(Outcome.DENIED)) {
            inner().setHeader(Headers.AUDIT_ID, call.id().toString());
        }
    }

    /** What an include runs. */
    interface Included {
        void run() throws IOException, ServletException;
    }

    /** In an include the container ignores status and headers; what the includer wrote must stay. */
    void include(Included content) throws IOException, ServletException {
        includes++;
        try {
            content.run();
        } finally {
            includes--;
        }
    }

    private boolean isIncluded() {
        return includes > 0;
    }

    private boolean closeError(int status) {
        forget();
        int seen = inner().isCommitted() ? inner().getStatus() : status;
        return closeAs(seen, null) == State.PASSING;
    }

    @Override
    public synchronized void sendRedirect(String location) throws IOException {
        if (isIncluded()) {
            super.sendRedirect(location);
            return;
        }
        forget();
        if (closeAs(SC_FOUND, location) == State.PASSING) {
            super.sendRedirect(location);
        }
    }

    @Override
    public synchronized void flushBuffer() throws IOException {
        drainWriter();
        if (release()) {
            stream.passHeld();
            super.flushBuffer();
        }
    }

    @Override
    public synchronized void resetBuffer() {
        if (state == State.REPLACED || isIncluded()) {
            return;
        }
        forgetHeld();
        super.resetBuffer();
    }

    @Override
    public synchronized void reset() {
        if (state == State.REPLACED || isIncluded()) {
            return;
        }
        forgetHeld();
        super.reset();
        writer = null;
        streamTaken = false;
    }

    private void forget() {
        if (state == State.HELD) {
            forgetHeld();
        }
    }

    private void forgetHeld() {
        drainWriter(); // what the encoder still holds would come out after the reset
        stream.drop();
    }

    @Override
    public synchronized boolean isCommitted() {
        return state == State.REPLACED || super.isCommitted() || (state == State.PASSING && stream.hasPassed());
    }

    @Override
    public int getBufferSize() {
        return Math.max(HeldStream.CAPACITY, super.getBufferSize());
    }
}
