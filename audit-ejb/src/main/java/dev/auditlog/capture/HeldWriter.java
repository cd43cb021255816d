package dev.auditlog.capture;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.io.Writer;

/** The writer of a held response. Its encoder can be emptied without letting anything leave. */
final class HeldWriter extends Writer {

    private final AuditedResponse response;
    private final HeldStream stream;
    private final OutputStreamWriter encoder;
    private final PrintWriter printer;
    private final String charset;
    private boolean emptying;
    private boolean unlimited;
    private boolean closed;

    private HeldWriter(AuditedResponse response, HeldStream stream, String charset)
            throws UnsupportedEncodingException {
        this.response = response;
        this.stream = stream;
        this.charset = charset;
        this.encoder = new OutputStreamWriter(new Gate(), charset);
        this.printer = new PrintWriter(this);
    }

    static HeldWriter over(AuditedResponse response, HeldStream stream, String charset)
            throws UnsupportedEncodingException {
        return new HeldWriter(response, stream, charset);
    }

    PrintWriter printer() {
        return printer;
    }

    /** In which the characters are written. */
    String charset() {
        return charset;
    }

    /** Moves what the encoder holds to the held bytes. A closed writer holds nothing: a forward ends by closing it. */
    void drain() {
        if (closed) {
            return;
        }
        unlimited = true;
        try {
            empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            unlimited = false;
        }
    }

    private void empty() throws IOException {
        emptying = true;
        try {
            encoder.flush();
        } finally {
            emptying = false;
        }
    }

    @Override
    public void write(char[] chars, int offset, int length) throws IOException {
        encoder.write(chars, offset, length);
        if (response.isLengthKnown()) {
            empty(); // each byte counts; what is more than may be held leaves, as it would from the stream
        }
    }

    @Override
    public void flush() throws IOException {
        encoder.flush();
    }

    /** Not by the encoder's own close, which flushes first: the container can tell the length only without that. */
    @Override
    public void close() throws IOException {
        drain();
        closed = true;
        stream.close();
    }

    /** Tells the emptying of the encoder from a flush by the application. */
    private final class Gate extends OutputStream {

        @Override
        public void write(int b) throws IOException {
            stream.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (unlimited) {
                stream.keep(bytes, offset, length);
            } else {
                stream.write(bytes, offset, length);
            }
        }

        @Override
        public void flush() throws IOException {
            if (!emptying) {
                stream.flush();
            }
        }
    }
}
