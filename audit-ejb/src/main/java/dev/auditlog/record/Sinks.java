package dev.auditlog.record;

import dev.auditlog.event.AuditEvent;
import dev.auditlog.spi.EventSink;
import dev.auditlog.store.EventRow;
import dev.auditlog.store.EventRows;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;

/** Hands durable events on. What a sink throws is counted, and logged at most once a minute without its text. */
final class Sinks {

    private static final System.Logger LOG = System.getLogger(Sinks.class.getName());
    private static final long BETWEEN_LINES_NANOS = Duration.ofMinutes(1).toNanos();

    private final List<EventSink> sinks;
    private long failures;
    private long saidAtNanos = System.nanoTime() - BETWEEN_LINES_NANOS;

    Sinks(List<EventSink> sinks) {
        this.sinks = List.copyOf(sinks);
    }

    void recorded(List<EventRow> rows) {
        if (sinks.isEmpty()) {
            return;
        }
        List<AuditEvent> events = rows.stream().map(EventRows::toEvent).toList();
        for (EventSink sink : sinks) {
            for (AuditEvent event : events) {
                hand(sink, event);
            }
        }
    }

    private void hand(EventSink sink, AuditEvent event) {
        try {
            sink.recorded(event);
        } catch (RuntimeException | LinkageError | AssertionError e) {
            failures++;
            long now = System.nanoTime();
            if (now - saidAtNanos >= BETWEEN_LINES_NANOS) {
                saidAtNanos = now;
                LOG.log(Level.WARNING, RecordMessages.sinkFailed(sink.getClass().getName(), failures));
            }
        }
    }
}
