package dev.auditlog.capture;

import dev.auditlog.config.AuditConfig;
import dev.auditlog.coverage.CoverageReport;
import dev.auditlog.coverage.Coverages;
import dev.auditlog.metrics.ServerMetrics;
import dev.auditlog.record.OutboxRelay;
import dev.auditlog.record.Recorder;
import dev.auditlog.record.RecorderMetrics;
import dev.auditlog.record.Recorders;
import dev.auditlog.record.RunningRecorder;
import dev.auditlog.spi.EventSink;
import dev.auditlog.store.AuditDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One recorder for each application and node, also where several web modules of an EAR are one application. */
final class SharedRecorders {

    private static final Map<String, Shared> OPEN = new HashMap<>();

    private SharedRecorders() {}

    /** A recorder with the database it writes to, and how many modules use it. */
    static final class Shared {
        private final String chain;
        private final RunningRecorder recorder;
        private final OutboxRelay outbox;
        private final AuditDatabase database;
        private final WaitingThreads threads;
        private final AtomicBoolean warm = new AtomicBoolean();
        private int users;
        private @Nullable RecorderMetrics metrics;

        private Shared(
                String chain,
                RunningRecorder recorder,
                OutboxRelay outbox,
                AuditDatabase database,
                WaitingThreads threads) {
            this.chain = chain;
            this.recorder = recorder;
            this.outbox = outbox;
            this.database = database;
            this.threads = threads;
        }

        /** To be called while the application starts and none of its components runs. */
        void prepare() {
            threads.fill();
        }

        Recorder recorder() {
            return recorder;
        }

        OutboxRelay outbox() {
            return outbox;
        }

        /**
         * Lets the writer reach the database, apply the schema and take the chain, so that the first call need not wait
         * for it. A database that is away does not stop the deployment: it is said, and tried again every second.
         */
        void warmUp() {
            if (warm.compareAndSet(false, true)) {
                recorder.start();
                outbox.start();
            }
        }

        /** Has a report of coverage put into the database as soon as that answers. */
        void tell(CoverageReport report) {
            Coverages coverages = Coverages.of(database);
            recorder.tellBeside(report.module(), node -> coverages.tell(report, node));
        }

        /** Shows the figures in the server's metrics, where it has some; once the application has started. */
        synchronized void showMetrics(ClassLoader archive) {
            if (metrics == null) {
                ServerMetrics.find(archive).ifPresent(server -> metrics = RecorderMetrics.show(recorder, server));
            }
        }

        private synchronized void hideMetrics() {
            if (metrics != null) {
                metrics.close();
            }
        }

        /** Ends the recorder with its last user: waits until its events are durable. */
        void release() {
            synchronized (OPEN) {
                users--;
                if (users > 0) {
                    return;
                }
                OPEN.remove(chain);
            }
            hideMetrics();
            outbox.close();
            recorder.close();
            database.close();
            threads.end();
        }
    }

    static Shared acquire(AuditConfig config, Supplier<List<EventSink>> sinks) {
        String chain = config.application() + "@" + config.node();
        synchronized (OPEN) {
            Shared shared = OPEN.computeIfAbsent(chain, c -> open(c, config, sinks));
            shared.users++;
            return shared;
        }
    }

    private static Shared open(String chain, AuditConfig config, Supplier<List<EventSink>> sinks) {
        AuditDatabase database = AuditDatabase.forDataSource(config.dataSource(), AuditDatabase.Options.of(config));
        WaitingThreads threads = WaitingThreads.ofContainer();
        RunningRecorder recorder = Recorders.open(config, database, threads, sinks);
        OutboxRelay outbox = Recorders.openRelay(config, recorder, database, threads);
        recorder.showing(outbox::status);
        return new Shared(chain, recorder, outbox, database, threads);
    }
}
