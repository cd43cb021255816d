package dev.auditlog.record;

import dev.auditlog.metrics.Meter;
import dev.auditlog.metrics.ServerMetrics;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A recorder's figures in the server's metrics, with the same values as in its status. Counters are brought up to what
 * the recorder has counted after each change of it; they begin anew where the recorder's node gets another name.
 */
public final class RecorderMetrics implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(RecorderMetrics.class.getName());
    private static final double MICROS = 1e6;

    private final RunningRecorder recorder;
    private final ServerMetrics server;
    private final Map<ToLongFunction<RecorderStatus.Counters>, Grown> counters = new LinkedHashMap<>();
    private @Nullable Meter meter;
    private String node = "";
    private boolean closed;

    private RecorderMetrics(RunningRecorder recorder, ServerMetrics server) {
        this.recorder = recorder;
        this.server = server;
    }

    /** Shows the figures until this is closed. */
    public static RecorderMetrics show(RunningRecorder recorder, ServerMetrics server) {
        RecorderMetrics metrics = new RecorderMetrics(recorder, server);
        recorder.watching(metrics::follow);
        metrics.follow();
        return metrics;
    }

    /** A counter of the server, and how far it has been brought. */
    private static final class Grown {
        private final LongConsumer counter;
        private long to;

        Grown(LongConsumer counter) {
            this.counter = counter;
        }

        void follow(long now) {
            if (now > to) { // two who look at once may come in the other order
                counter.accept(now - to);
                to = now;
            }
        }
    }

    /** Metrics are for looking only: whatever is wrong with them, events are recorded. */
    private synchronized void follow() {
        if (closed) {
            return;
        }
        try {
            if (meter == null || !node.equals(recorder.node())) {
                open();
            }
            RecorderStatus.Counters now = recorder.counters();
            counters.forEach((figure, grown) -> grown.follow(figure.applyAsLong(now)));
        } catch (RuntimeException | Error e) { // foreign code, called by whoever counts
            close();
            LOG.log(Level.WARNING, RecordMessages.noMetrics(), e);
        }
    }

    private void open() {
        if (meter != null) {
            meter.close();
        }
        node = recorder.node();
        meter = server.meter(Map.of("application", recorder.status().application(), "node", node));
        counters.clear();
        counter("audit_events_written_total", "Events made durable in the database", RecorderStatus.Counters::written);
        counter("audit_events_waited_total", "Events that found the queue full", RecorderStatus.Counters::waited);
        counter(
                "audit_events_refused_total",
                "Events not made durable in time, and calls refused before they ran",
                RecorderStatus.Counters::refused);
        counter("audit_events_lost_total", "Events of BEST_EFFORT given up", RecorderStatus.Counters::lost);
        counter("audit_events_spooled_total", "Events put into the spool", RecorderStatus.Counters::spooled);
        counter(
                "audit_events_repaired_total",
                "Events written after texts were taken out that the database refuses",
                RecorderStatus.Counters::repaired);
        gauge(
                "audit_recorder_accepting",
                "1 while calls are taken, 0 while they are refused",
                s -> s.accepting() ? 1 : 0);
        gauge("audit_queue_events", "Events that wait", s -> s.queue().events());
        gauge("audit_queue_bytes", "Memory of the events that wait", s -> s.queue()
                .bytes());
        gauge("audit_batch_events", "Events in one commit, average of the last 512", s -> s.commits()
                .batch());
        gauge(
                "audit_commit_p50_seconds",
                "Half of the last 512 commits took no longer",
                s -> s.commits().p50Micros() / MICROS);
        gauge(
                "audit_commit_p99_seconds",
                "99 of 100 of the last 512 commits took no longer",
                s -> s.commits().p99Micros() / MICROS);
        gauge(
                "audit_commit_max_seconds",
                "The longest of the last 512 commits",
                s -> s.commits().maxMicros() / MICROS);
        gauge(
                "audit_last_error_timestamp_seconds",
                "When the store failed last, since 1970; 0 if never",
                s -> seconds(s.lastErrorAt()));
        gauge(
                "audit_spool_events",
                "Events that wait in the spool",
                s -> s.spool() == null ? 0 : s.spool().events());
        gauge(
                "audit_outbox_waiting_rows",
                "Rows that wait in the outbox, as counted last",
                s -> s.outbox() == null ? 0 : s.outbox().rows().waiting());
        gauge("audit_concerns", "What weakens the guarantees: how many", s -> s.concerns()
                .size());
    }

    private static double seconds(@Nullable Instant at) {
        return at == null ? 0 : at.toEpochMilli() / 1e3;
    }

    private void counter(String name, String description, ToLongFunction<RecorderStatus.Counters> figure) {
        counters.put(figure, new Grown(opened().counter(name, description)));
    }

    private void gauge(String name, String description, Function<RecorderStatus, Number> figure) {
        Supplier<Number> value = () -> figure.apply(recorder.status());
        opened().gauge(name, description, value);
    }

    private Meter opened() {
        Meter now = meter;
        if (now == null) {
            throw new IllegalStateException("no meter");
        }
        return now;
    }

    /** Takes the figures out of the server's metrics. */
    @Override
    public synchronized void close() {
        closed = true;
        Meter now = meter;
        meter = null;
        counters.clear();
        if (now != null) {
            now.close();
        }
    }
}
