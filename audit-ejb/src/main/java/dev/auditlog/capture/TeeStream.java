package dev.auditlog.capture;

import dev.auditlog.redact.BodyCapture;
import dev.auditlog.redact.CapturedBody;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** The request's stream, of which the first bytes are copied as the application reads them. */
final class TeeStream extends ServletInputStream {

    private final ServletInputStream inner;
    private final BodyCapture copy;
    private long count;
    private boolean ended;

    TeeStream(ServletInputStream inner, HttpServletRequest request, int capBytes) {
        this.inner = inner;
        this.copy = BodyCapture.open(request.getContentType(), request.getHeader("Content-Encoding"), capBytes);
    }

    CapturedBody captured(long announced) {
        return copy.finish(announced, ended || count == announced);
    }

    long bytesRead() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int b = inner.read();
        if (b < 0) {
            ended = true;
        } else {
            count++;
            copy.accept(b);
        }
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = inner.read(bytes, offset, length);
        if (n < 0) {
            ended = true;
        } else {
            count += n;
            copy.accept(bytes, offset, n);
        }
        return n;
    }

    @Override
    public boolean isFinished() {
        return inner.isFinished();
    }

    @Override
    public boolean isReady() {
        return inner.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        inner.setReadListener(listener);
    }

    @Override
    public int available() throws IOException {
        return inner.available();
    }

    @Override
    public void close() throws IOException {
        inner.close();
    }
}
