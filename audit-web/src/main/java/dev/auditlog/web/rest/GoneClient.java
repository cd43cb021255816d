package dev.auditlog.web.rest;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A response that takes what is written to it also when nobody is there any more to read it, and knows that. */
public final class GoneClient extends HttpServletResponseWrapper {

    private static final String ATTRIBUTE = GoneClient.class.getName();

    private final AtomicBoolean gone = new AtomicBoolean();
    private @Nullable ServletOutputStream stream;

    GoneClient(HttpServletRequest request, HttpServletResponse response) {
        super(response);
        request.setAttribute(ATTRIBUTE, gone);
    }

    /** Tells at any time whether the client of this request has gone, and holds nothing of the request. */
    public static BooleanSupplier of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof AtomicBoolean flag ? flag::get : () -> false;
    }

    @Override
    public synchronized ServletOutputStream getOutputStream() throws IOException {
        ServletOutputStream known = stream;
        if (known == null) {
            known = new Stream(super.getOutputStream());
            stream = known;
        }
        return known;
    }

    @Override
    public void flushBuffer() {
        quietly(super::flushBuffer);
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void quietly(Writing writing) {
        if (gone.get()) {
            return;
        }
        try {
            writing.run();
        } catch (IOException nobodyThere) {
            gone.set(true); // the library has seen it too, and recorded it: ADR 0027
        }
    }

    private final class Stream extends ServletOutputStream {

        private final ServletOutputStream out;

        Stream(ServletOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) {
            quietly(() -> out.write(b));
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            quietly(() -> out.write(bytes, offset, length));
        }

        @Override
        public void flush() {
            quietly(out::flush);
        }

        @Override
        public void close() {
            quietly(out::close);
        }

        @Override
        public boolean isReady() {
            return out.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            out.setWriteListener(listener);
        }
    }
}
