package dev.auditlog.web.export;

import dev.auditlog.event.AuditEvent;
import java.io.IOException;

/** A file in the making. Without its end it can be told from a whole one. */
interface ExportFile {

    /** Adds the record of an event. */
    void write(AuditEvent event) throws IOException;

    /** Lets all that was written go to the client, and returns its SHA-256 in hexadecimal digits. */
    String digest() throws IOException;

    /**
     * Ends the file.
     *
     * @param export the event of the export itself, which names its filter, its count and its digest
     */
    void end(AuditEvent export) throws IOException;
}
