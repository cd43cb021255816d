package dev.auditlog.record;

import dev.auditlog.event.AuditEvent;
import dev.auditlog.spi.EventSink;
import dev.auditlog.store.EventRow;
import dev.auditlog.store.EventRows;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Hands durable events on. What a sink throws is counted, and logged at most once a minute without its text. */
final class Sinks {

    private static final System.Logger LOG = System.getLogger(Sinks.class.getName());
    private static final long BETWEEN_LINES_NANOS = Duration.ofMinutes(1).toNanos();

    private final Supplier<List<EventSink>> lookup;
    private @Nullable List<EventSink> sinks;
    private long failures;
    private long saidAtNanos = System.nanoTime() - BETWEEN_LINES_NANOS;

    /** @param lookup asked with the first event, on the writer's thread */
    Sinks(Supplier<List<EventSink>> lookup) {
        this.lookup = lookup;
    }

    /** Throws nothing: the events are durable, and whatever a sink does must not look like a failure of the store. */
    void recorded(List<EventRow> rows) {
        try {
            handOn(rows);
        } catch (Throwable e) { // of the lookup
            failed(EventSink.class.getName());
        }
    }

    private void handOn(List<EventRow> rows) {
        List<EventSink> found = sinks;
        if (found == null) {
            found = List.copyOf(lookup.get());
            sinks = found;
        }
        if (found.isEmpty()) {
            return;
        }
        List<AuditEvent> events = rows.stream().map(EventRows::toEvent).toList();
        for (EventSink sink : found) {
            for (AuditEvent event : events) {
                hand(sink, event);
            }
        }
    }

    private void hand(EventSink sink, AuditEvent event) {
        try {
            sink.recorded(event);
        } catch (Throwable e) { // foreign code may throw anything, checked exceptions too
            failed(sink.getClass().getName());
        }
    }

    private void failed(String sink) {
        failures++;
        long now = System.nanoTime();
        if (now - saidAtNanos >= BETWEEN_LINES_NANOS) {
            saidAtNanos = now;
            LOG.log(Level.WARNING, RecordMessages.sinkFailed(sink, failures));
        }
    }
}
