package dev.auditlog.capture;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;

/** The writer of a held response. Its encoder can be emptied without letting anything leave. */
final class HeldWriter {

    private final Gate gate;
    private final OutputStreamWriter encoder;
    private final PrintWriter printer;

    private HeldWriter(Gate gate, OutputStreamWriter encoder) {
        this.gate = gate;
        this.encoder = encoder;
        this.printer = new PrintWriter(encoder);
    }

    static HeldWriter over(HeldStream stream, String charset) throws UnsupportedEncodingException {
        Gate gate = new Gate(stream);
        return new HeldWriter(gate, new OutputStreamWriter(gate, charset));
    }

    PrintWriter printer() {
        return printer;
    }

    /** Moves what the encoder holds to the held bytes. A closed writer holds nothing: a forward ends by closing it. */
    void drain() {
        if (gate.closed) {
            return;
        }
        gate.draining = true;
        try {
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            gate.draining = false;
        }
    }

    /** Tells the emptying of the encoder from a flush by the application. */
    private static final class Gate extends OutputStream {

        private final HeldStream stream;
        private boolean draining;
        private boolean closed;

        Gate(HeldStream stream) {
            this.stream = stream;
        }

        @Override
        public void write(int b) throws IOException {
            stream.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (draining) {
                stream.keep(bytes, offset, length);
            } else {
                stream.write(bytes, offset, length);
            }
        }

        @Override
        public void flush() throws IOException {
            if (!draining) {
                stream.flush();
            }
        }

        @Override
        public void close() throws IOException {
            closed = true;
            stream.close();
        }
    }
}
