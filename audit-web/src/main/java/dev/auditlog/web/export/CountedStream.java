package dev.auditlog.web.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Knows how many bytes went through it. */
final class CountedStream extends FilterOutputStream {

    private long bytes;

    CountedStream(OutputStream out) {
        super(out);
    }

    long bytes() {
        return bytes;
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
        bytes++;
    }

    /** At once: the class above would write byte after byte. */
    @Override
    public void write(byte[] given, int offset, int length) throws IOException {
        out.write(given, offset, length);
        bytes += length;
    }
}
