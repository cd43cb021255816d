package dev.auditlog.web.export;

import dev.auditlog.event.AuditEvent;
import dev.auditlog.export.TextFormat;
import java.io.IOException;
import java.io.OutputStream;

/** A file of lines. Its last record is the event of the export itself. */
final class TextFile implements ExportFile {

    private static final int CHUNK = 32 * 1024;

    private final TextFormat format;
    private final OutputStream out;
    private final Sha256 digest = new Sha256();
    private final StringBuilder pending = new StringBuilder(2 * CHUNK);

    TextFile(TextFormat format, OutputStream out) {
        this.format = format;
        this.out = out;
        pending.append(format.head());
    }

    @Override
    public void write(AuditEvent event) throws IOException {
        format.append(pending, event);
        if (pending.length() >= CHUNK) {
            send();
        }
    }

    @Override
    public String digest() throws IOException {
        send();
        out.flush();
        return digest.hex();
    }

    @Override
    public void end(AuditEvent export) throws IOException {
        format.append(pending, export);
        send();
        out.flush();
    }

    private void send() throws IOException {
        out.write(digest.add(pending));
        pending.setLength(0);
    }
}
