package dev.auditlog.capture;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Keeps the first bytes of a response until they may leave, then passes the rest through. */
final class HeldStream extends ServletOutputStream {

    private final AuditedResponse response;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream(512);
    private boolean passed;

    HeldStream(AuditedResponse response) {
        this.response = response;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (response.hasSent()) {
            return; // an error was sent: the container would swallow it too
        }
        if (response.isHeld() && held.size() + length <= response.getBufferSize()) {
            held.write(bytes, offset, length);
            return;
        }
        if (response.release()) {
            passHeld();
            guarded(() -> response.innerStream().write(bytes, offset, length));
        }
    }

    @Override
    public void flush() throws IOException {
        if (!response.hasSent() && response.release()) {
            passHeld();
            guarded(() -> response.innerStream().flush());
        }
    }

    @Override
    public void close() throws IOException {
        if (!response.hasSent() && end()) {
            guarded(() -> response.innerStream().close());
        }
    }

    /** Lets the response go when nothing more will come: the container can tell its length then, and so do we. */
    boolean end() throws IOException {
        boolean whole = response.isHeld();
        if (!response.release()) {
            return false;
        }
        if (whole) {
            response.tellLength(held.size());
        }
        passHeld();
        return true;
    }

    /** Whether all that the application announced is held. */
    boolean isComplete() {
        return response.isWhole(held.size());
    }

    /** Writes what is held to the container. */
    void passHeld() throws IOException {
        if (held.size() == 0) {
            return;
        }
        byte[] bytes = held.toByteArray();
        held.reset();
        passed = true;
        guarded(() -> response.innerStream().write(bytes));
    }

    void drop() {
        held.reset();
    }

    boolean hasPassed() {
        return passed;
    }

    boolean hasContent() {
        return passed || held.size() > 0;
    }

    /** Keeps bytes without looking at the limit: the writer's encoder is emptied, which must not make anything leave. */
    void keep(byte[] bytes, int offset, int length) {
        if (!response.hasSent()) {
            held.write(bytes, offset, length);
        }
    }

    @Override
    public boolean isReady() {
        try {
            return response.isHeld() || response.innerStream().isReady();
        } catch (IOException e) {
            return true; // the write that follows says what is wrong
        }
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        try {
            response.innerStream().setWriteListener(listener);
        } catch (IOException e) {
            listener.onError(e);
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void guarded(Writing writing) throws IOException {
        try {
            passed = true;
            writing.run();
        } catch (IOException e) {
            response.broke(e);
            throw e;
        }
    }
}
