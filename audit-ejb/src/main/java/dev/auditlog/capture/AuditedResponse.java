package dev.auditlog.capture;

import dev.auditlog.event.Outcome;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Holds the first bytes of a response back until the event of the call is durable. Whatever would let a byte leave
 * (overflow, flush, sendError, sendRedirect, close, end of the chain) closes the event first; if that fails, the
 * response becomes a 503.
 *
 * <p>To the application it looks as the container's own response would: committed when as many bytes are written as
 * {@code Content-Length} says, when the buffer that it asked for is full, and after {@code sendError} and
 * {@code sendRedirect}. These go to the container only at the end of the call: what is thrown after them makes it a 500.
 *
 * <p>Pitfalls that were seen: {@code isCommitted()} is true right after {@code sendError} on Payara and says nothing
 * about bytes; a refused anonymous call is challenged on the inner response first, so its status is the inner one.
 */
final class AuditedResponse extends SealedResponse {

    private enum State {
        HELD,
        PASSING,
        REPLACED
    }

    private final Call call;
    private final HttpServletResponse own;
    private final HeldStream stream;
    private @Nullable HeldWriter writer;
    private boolean streamTaken;
    private boolean headPassed;
    private State state = State.HELD;
    private int includes;
    private long announcedBytes = -1;
    private @Nullable Sent sent;

    /** An error or a redirect that the application sent, on its way to the container. */
    private record Sent(int status, @Nullable String location, Sending sending) {}

    private interface Sending {
        void run() throws IOException;
    }

    AuditedResponse(Call call, HttpServletResponse response) {
        super(response);
        this.call = call;
        this.own = response;
        this.stream = new HeldStream(this);
    }

    /** In an include the container puts one under this, which ignores status and headers. */
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
            state = closing.isReplaced() ? State.REPLACED : State.PASSING;
            if (state == State.REPLACED) {
                stream.drop();
                Problems.replace(own, closing == Call.Closing.REFUSED ? null : call.fault(), call.shownId());
            } else {
                showId(own);
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

    /**
     * An exception leaves the application: closes the event with the status that the container makes of it.
     *
     * @return whether the response may go on
     */
    synchronized boolean closeWith(int status) {
        Sent before = sent;
        sent = null;
        boolean goesOn = closeAs(status, null) == State.PASSING;
        if (goesOn && before != null) {
            try {
                before.sending().run();
            } catch (IOException gone) {
                call.broke(gone);
            }
        }
        return goesOn;
    }

    /** As {@link #closeWith}, where an event could not be kept and nobody has mapped that: 503 in place of the container's 500. */
    synchronized boolean closeUnavailable() {
        if (state != State.HELD) {
            return closeWith(SC_INTERNAL_SERVER_ERROR);
        }
        sent = null; // a JAX-RS runtime sends its 500 before it throws
        if (closeAs(SC_SERVICE_UNAVAILABLE, null) == State.PASSING) {
            state = State.REPLACED;
            stream.drop();
            Problems.replace(own, null, call.shownId());
        }
        return false;
    }

    /** Closes the event of a response that has ended already. */
    synchronized void closeLate() {
        closeAs(getStatus(), null);
    }

    /** Ends the response: closes the event, then lets what is held go to the container. */
    synchronized void finish() throws IOException {
        Sent ending = sent;
        if (ending != null) {
            sent = null;
            if (closeAs(ending.status(), ending.location()) == State.PASSING) {
                ending.sending().run();
                if (writer != null) {
                    inner().getWriter(); // the container's page takes the charset that this settles
                }
            }
            return;
        }
        drainWriter();
        stream.end();
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
    synchronized boolean isSealed() {
        return sent != null || (state == State.HELD && stream.isComplete());
    }

    /** Whether an error or a redirect was sent: the container would swallow what is written now. */
    synchronized boolean hasSent() {
        return sent != null;
    }

    @Override
    synchronized void announced(long bytes) {
        if (isIncluded()) {
            return;
        }
        announcedBytes = bytes;
        drainWriter();
    }

    /** Whether so many bytes are all that the application announced: a container takes the response for committed. */
    synchronized boolean isWhole(int bytes) {
        return announcedBytes > 0 && bytes >= announcedBytes;
    }

    /** Says the length of a whole response that is longer than the container's buffer, and would be chunked by it. */
    void tellLength(int bytes) {
        if (announcedBytes < 0 && bytes > inner().getBufferSize()) {
            inner().setContentLength(bytes);
        }
    }

    /** Whether the length of the content is known, so that each byte of a writer has to be counted. */
    synchronized boolean isLengthKnown() {
        return announcedBytes > 0;
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
            writer = HeldWriter.over(this, stream, getCharacterEncoding());
        }
        return writer.printer();
    }

    /** The charset cannot be changed once there is a writer (Servlet 6.0, 5.5); the container knows nothing of ours. */
    @Override
    public synchronized void setCharacterEncoding(@Nullable String charset) {
        if (writer == null) {
            super.setCharacterEncoding(charset);
        }
    }

    @Override
    public synchronized void setContentType(@Nullable String type) {
        if (writer == null || type == null) {
            super.setContentType(type);
            return;
        }
        super.setContentType(type.split(";", 2)[0]);
        super.setCharacterEncoding(writer.charset());
    }

    @Override
    public synchronized void setLocale(Locale locale) {
        super.setLocale(locale);
        if (writer != null) {
            super.setCharacterEncoding(writer.charset());
        }
    }

    @Override
    public synchronized void sendError(int status, @Nullable String message) throws IOException {
        send(new Sent(status, null, () -> {
            if (message == null) {
                super.sendError(status);
            } else {
                super.sendError(status, message);
            }
        }));
    }

    private void send(Sent ending) throws IOException {
        refuseIfSealed();
        if (isIncluded()) {
            ending.sending().run();
            return;
        }
        forget();
        if (state == State.HELD && !inner().isCommitted()) {
            sent = ending;
        } else if (closeAs(inner().getStatus(), null) == State.PASSING) {
            ending.sending().run();
        }
    }

    @Override
    public synchronized void sendError(int status) throws IOException {
        sendError(status, null);
    }

    /** Whether bytes may have left. */
    boolean hasPassed() {
        return headPassed || stream.hasPassed();
    }

    /** Sets the id of the event that a refusal would leave, before anybody can refuse on the inner response. */
    synchronized void announce() {
        Matched scope = Scope.of(call);
        if (state == State.HELD && scope != null && scope.rule().records(Outcome.DENIED)) {
            own.setHeader(Headers.AUDIT_ID, call.id().toString());
        }
    }

    /** What an include runs. */
    interface Included {
        void run() throws IOException, ServletException;
    }

    @Override
    public synchronized void setBufferSize(int bytes) {
        drainWriter();
        if (stream.hasContent()) {
            throw new IllegalStateException("setBufferSize() was called after content had been written");
        }
        super.setBufferSize(bytes);
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

    @Override
    public synchronized void sendRedirect(String location) throws IOException {
        send(new Sent(SC_FOUND, location, () -> super.sendRedirect(location)));
    }

    @Override
    public synchronized void flushBuffer() throws IOException {
        if (hasSent()) {
            return;
        }
        drainWriter();
        if (release()) {
            stream.passHeld();
            headPassed = true;
            super.flushBuffer();
        }
    }

    @Override
    public synchronized void resetBuffer() {
        refuseIfSealed();
        if (state == State.REPLACED || isIncluded()) {
            return;
        }
        forgetHeld();
        super.resetBuffer();
    }

    @Override
    public synchronized void reset() {
        refuseIfSealed();
        if (state == State.REPLACED || isIncluded()) {
            return;
        }
        forgetHeld();
        super.reset();
        announcedBytes = -1;
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
        return isSealed() || state == State.REPLACED || super.isCommitted() || (state == State.PASSING && hasPassed());
    }

    @Override
    public synchronized int getStatus() {
        Sent ending = sent;
        return ending == null ? super.getStatus() : ending.status();
    }
}
