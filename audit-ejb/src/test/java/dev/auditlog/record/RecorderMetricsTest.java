package dev.auditlog.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.auditlog.event.AuditEvent;
import dev.auditlog.metrics.Meter;
import dev.auditlog.metrics.ServerMetrics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecorderMetricsTest {

    private final Shown server = new Shown();
    private final Counted recorder = new Counted();

    /** What the server's metrics show, by name and node. */
    private static final class Shown implements ServerMetrics {

        private final Map<String, Supplier<Number>> figures = new TreeMap<>();
        private boolean broken;

        @Override
        public Meter meter(Map<String, String> tags) {
            assertEquals("desk", tags.get("application"));
            String node = "@" + tags.get("node");
            return new Meter() {
                @Override
                public LongConsumer counter(String name, String description) {
                    assertFalse(description.isEmpty());
                    AtomicLong count = new AtomicLong();
                    figures.put(name + node, count::get);
                    return by -> {
                        if (broken) {
                            throw new IllegalStateException("broken for a test");
                        }
                        count.addAndGet(by);
                    };
                }

                @Override
                public void gauge(String name, String description, Supplier<Number> value) {
                    figures.put(name + node, value);
                }

                @Override
                public void close() {
                    figures.keySet().removeIf(name -> name.endsWith(node));
                }
            };
        }

        double of(String name) {
            return figures.get(name).get().doubleValue();
        }
    }

    /** A recorder whose figures a test sets. */
    private static final class Counted implements RunningRecorder {

        private RecorderStatus.Counters counters = RecorderStatus.Counters.NONE;
        private String node = "host-1";
        private boolean accepting = true;
        private @Nullable Instant failed;
        private Runnable watcher = () -> {};

        void count(RecorderStatus.Counters now) {
            counters = now;
            watcher.run();
        }

        @Override
        public RecorderStatus status() {
            return new RecorderStatus(
                    "desk",
                    node,
                    accepting,
                    counters,
                    new RecorderStatus.Queue(5, 2_048),
                    new RecorderStatus.Commits(12.5, 800, 2_300, 1_500_000),
                    RecorderStatus.Recent.NONE,
                    new SpoolStatus(true, 3, 4_711, null, 0, 0),
                    failed == null ? null : "away",
                    failed,
                    new RelayStatus(true, new RelayStatus.Rows(1, 12, 4, 2), null, null, null, null),
                    RecorderStatus.About.UNKNOWN,
                    List.of("AUD-0412 …"));
        }

        @Override
        public RecorderStatus.Counters counters() {
            return counters;
        }

        @Override
        public String node() {
            return node;
        }

        @Override
        public void tellBeside(String key, Consumer<String> what) {}

        @Override
        public void watching(Runnable changed) {
            watcher = changed;
        }

        @Override
        public void showing(Supplier<RelayStatus> outbox) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Receipt record(AuditEvent event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Recording begin(AuditEvent event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean offer(AuditEvent event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isAccepting() {
            return accepting;
        }

        @Override
        public void refused() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void start() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void counters_areWhatTheRecorderHasCounted_alsoBeforeTheyWereShown() {
        recorder.count(new RecorderStatus.Counters(7, 6, 5, 4, 3, 2));
        RecorderMetrics.show(recorder, server);
        assertEquals(7, server.of("audit_events_written_total@host-1"));
        recorder.count(new RecorderStatus.Counters(17, 16, 15, 14, 13, 12));
        assertEquals(17, server.of("audit_events_written_total@host-1"));
        assertEquals(16, server.of("audit_events_waited_total@host-1"));
        assertEquals(15, server.of("audit_events_refused_total@host-1"));
        assertEquals(14, server.of("audit_events_lost_total@host-1"));
        assertEquals(13, server.of("audit_events_spooled_total@host-1"));
        assertEquals(12, server.of("audit_events_repaired_total@host-1"));
    }

    @Test
    void counter_thatIsToldAnOlderState_staysWhereItIs() {
        RecorderMetrics.show(recorder, server);
        recorder.count(new RecorderStatus.Counters(9, 0, 0, 0, 0, 0));
        recorder.count(new RecorderStatus.Counters(8, 0, 0, 0, 0, 0));
        assertEquals(9, server.of("audit_events_written_total@host-1"));
        recorder.count(new RecorderStatus.Counters(10, 0, 0, 0, 0, 0));
        assertEquals(10, server.of("audit_events_written_total@host-1"));
    }

    @Test
    void gauges_haveTheValuesOfTheStatus_inTheUnitsOfTheirNames() {
        RecorderMetrics.show(recorder, server);
        assertEquals(1, server.of("audit_recorder_accepting@host-1"));
        assertEquals(5, server.of("audit_queue_events@host-1"));
        assertEquals(2_048, server.of("audit_queue_bytes@host-1"));
        assertEquals(12.5, server.of("audit_batch_events@host-1"));
        assertEquals(0.0008, server.of("audit_commit_p50_seconds@host-1"));
        assertEquals(0.0023, server.of("audit_commit_p99_seconds@host-1"));
        assertEquals(1.5, server.of("audit_commit_max_seconds@host-1"));
        assertEquals(0, server.of("audit_last_error_timestamp_seconds@host-1"));
        assertEquals(3, server.of("audit_spool_events@host-1"));
        assertEquals(12, server.of("audit_outbox_waiting_rows@host-1"));
        assertEquals(1, server.of("audit_concerns@host-1"));
        recorder.accepting = false;
        recorder.failed = Instant.parse("2026-11-25T12:00:00.500Z");
        assertEquals(0, server.of("audit_recorder_accepting@host-1"));
        assertEquals(1_795_608_000.5, server.of("audit_last_error_timestamp_seconds@host-1"));
    }

    @Test
    void node_thatGetsAnotherName_isShownUnderThatAlone() {
        RecorderMetrics.show(recorder, server);
        recorder.node = "host-1-2";
        recorder.count(new RecorderStatus.Counters(3, 0, 0, 0, 0, 0));
        assertEquals(3, server.of("audit_events_written_total@host-1-2"));
        assertEquals(
                List.of(),
                server.figures.keySet().stream()
                        .filter(name -> name.endsWith("@host-1"))
                        .toList());
    }

    @Test
    void metrics_thatFail_disturbNobody_andAreTakenAway() {
        RecorderMetrics.show(recorder, server);
        server.broken = true;
        recorder.count(new RecorderStatus.Counters(1, 0, 0, 0, 0, 0));
        assertEquals(Map.of(), server.figures);
    }

    @Test
    void close_takesAllAway_andStaysClosed() {
        RecorderMetrics metrics = RecorderMetrics.show(recorder, server);
        metrics.close();
        recorder.count(new RecorderStatus.Counters(1, 0, 0, 0, 0, 0));
        assertEquals(Map.of(), server.figures);
    }
}
