package dev.auditlog.web.export;

import dev.auditlog.Activity;
import dev.auditlog.AuditContext;
import dev.auditlog.Auditor;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Outcome;
import dev.auditlog.event.Target;
import dev.auditlog.query.EventFinder;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.UUID;

/**
 * Writes a file, one page of events in memory at a time.
 *
 * <p>The event of the call is durable before the first byte leaves. When all events have gone to the client, a second one
 * says how many there were and what their digest is; it is durable, too, before the end of the file is written, so that a
 * file with an end is one whose end is on record. Where the client goes away ({@link dev.auditlog.web.rest.GoneClient}) or the
 * database fails, the library records the broken response as the second event, with what this class tells it: how many events
 * had been written.
 */
final class ExportStream implements StreamingOutput {

    private static final String EVENTS = "events";

    /** More than is held back before the event of the call is durable: what is told from here on is of the second one. */
    private static final int SURELY_LEFT = 64 * 1024;

    private static final int TOLD_EVERY = 256;

    private final ExportRequest asked;
    private final Iterator<AuditEvent> events;
    private final EventFinder finder;
    private final Auditor auditor;
    private final AuditContext audit;
    private final ExportRun run;
    private long written;

    ExportStream(
            ExportRequest asked,
            Iterator<AuditEvent> events,
            EventFinder finder,
            Auditor auditor,
            AuditContext audit,
            ExportRun run) {
        this.run = run;
        this.asked = asked;
        this.events = events;
        this.finder = finder;
        this.auditor = auditor;
        this.audit = audit;
    }

    @Override
    public void write(OutputStream plain) throws IOException {
        CountedStream out = new CountedStream(plain);
        ExportFile file = asked.format().open(out);
        try {
            while (!run.isAbandoned() && events.hasNext()) {
                file.write(events.next());
                written++;
                if (written % TOLD_EVERY == 0) {
                    tell(out);
                }
            }
            String digest = file.digest();
            if (run.isAbandoned()) {
                tell(out);
                return; // there is no file to be ended, and nothing to be said: a client may go
            }
            file.end(recordEnd(digest));
            if (!run.isAbandoned()) {
                run.complete(written, out.bytes(), digest);
            }
        } catch (RuntimeException | IOException broken) {
            tell(out);
            throw broken;
        } finally {
            run.broken(); // unless it is complete
        }
    }

    private void tell(CountedStream out) {
        run.moved(written, out.bytes());
        if (out.bytes() > SURELY_LEFT) {
            audit.attribute(EVENTS, Long.toString(written));
        }
    }

    /** Returns the event as it is stored, which is what whoever doubts the file will look at. */
    private AuditEvent recordEnd(String digest) {
        AuditEvent.Draft end = AuditEvent.draft("ExportResource.export")
                .activity(Activity.READ)
                .outcome(Outcome.SUCCESS)
                .status(200)
                .durationMicros(Duration.between(asked.asOf(), Instant.now()).toNanos() / 1_000)
                .target(new Target("Export", null, null));
        asked.attributes().forEach(end::attribute);
        end.attribute(EVENTS, Long.toString(written)).attribute("sha256", digest);
        String id = auditor.record(end);
        return finder.find(UUID.fromString(id)).orElseThrow(() -> ExportMessages.endNotFound(id));
    }
}
