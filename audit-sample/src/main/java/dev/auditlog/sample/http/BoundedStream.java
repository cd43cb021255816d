package dev.auditlog.sample.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that ends the call with 413 as soon as more than the allowed bytes were read. */
final class BoundedStream extends FilterInputStream {

    private final int maxBytes;
    private long readBytes;

    BoundedStream(InputStream in, int maxBytes) {
        super(in);
        this.maxBytes = maxBytes;
    }

    static WebApplicationException tooLarge(int maxBytes) {
        return Problem.of(Status.REQUEST_ENTITY_TOO_LARGE, "A body may have at most " + maxBytes + " bytes.");
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = super.skip(bytes);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false; // going back would count bytes twice
    }

    private void count(long bytes) {
        readBytes += bytes;
        if (readBytes > maxBytes) {
            throw tooLarge(maxBytes);
        }
    }
}
