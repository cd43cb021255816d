package dev.auditlog.capture;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Keeps the first bytes of a response until they may leave, then passes the rest through. */
final class HeldStream extends ServletOutputStream {

    /** Usual size of a container's own buffer: most responses end before it is full. */
    static final int CAPACITY = 8 * 1024;

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
        if (response.isHeld() && held.size() + length <= CAPACITY) {
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
        if (response.release()) {
            passHeld();
            guarded(() -> response.innerStream().flush());
        }
    }

    @Override
    public void close() throws IOException {
        if (response.release()) {
            passHeld();
            guarded(() -> response.innerStream().close());
        }
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

    /** Keeps bytes without looking at the limit: the writer's encoder is emptied, which must not make anything leave. */
    void keep(byte[] bytes, int offset, int length) {
        held.write(bytes, offset, length);
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
