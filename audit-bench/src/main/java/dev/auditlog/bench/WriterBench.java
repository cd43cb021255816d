package dev.auditlog.bench;

import dev.auditlog.bench.micro.OrderEvents;
import dev.auditlog.config.AuditConfig;
import dev.auditlog.record.Recorders;
import dev.auditlog.record.RunningRecorder;
import dev.auditlog.store.AuditDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * The recorder alone, in this JVM without HTTP: how many events a second become durable, with threads that wait for each
 * of their events, and with two threads that offer events as fast as there is room for them.
 */
final class WriterBench {

    private static final List<Integer> WAITING = List.of(1, 64, 256, 1024);
    private static final int OFFERING = 2;
    private static final String ROWS =
            "select count(*) from audit_event where operation = '" + OrderEvents.OPERATION + "'";
    private static final long NO_ROOM_NANOS = 50_000;

    private final BenchSettings settings;
    private final PrintStream out;
    private final AtomicLong numbers = new AtomicLong();
    private volatile boolean stop;

    WriterBench(BenchSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    void run() throws IOException {
        ResultFolder folder = ResultFolder.make(settings.folder(), "writer-" + settings.database());
        out.println(Machine.line(folder.path()));
        List<String> lines = new ArrayList<>();
        try (Database database = Databases.open(settings, folder.path());
                AuditDatabase events =
                        AuditDatabase.open(new LocalPool(database).dataSource(), AuditDatabase.Options.defaults())) {
            lines.add("## Writer alone, " + database.name() + (settings.slowDisk() ? ", each fsync 1 ms slower" : ""));
            lines.add("");
            events.connect();
            try (RunningRecorder recorder = Recorders.open(config(), events, Thread::new, List::of)) {
                lines.addAll(Text.table(rows(database, recorder)));
            }
            lines.add("");
            lines.add(Text.whole(numbers.get()) + " events given, " + Text.whole(database.number(ROWS)) + " rows");
        }
        folder.append("report.md", lines);
        lines.forEach(out::println);
        out.println("All of it: " + folder.path());
    }

    /** With patience, as a thousand callers that wait are more than the default timeout is made for. */
    private static AuditConfig config() {
        return AuditConfig.of(
                Map.of("audit.application", "bench", "audit.node", "bench", "audit.record.timeout", "2m"), "bench");
    }

    private List<List<String>> rows(Database database, RunningRecorder recorder) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(WriterFigures.HEAD);
        for (int threads : WAITING) {
            rows.add(measure(database, recorder, threads, number -> recorder.record(OrderEvents.next(number)))
                    .row(threads + " that wait"));
        }
        rows.add(measure(database, recorder, OFFERING, number -> offer(recorder, number))
                .row(OFFERING + " that offer"));
        return rows;
    }

    /** Again and again, until there was room for it. */
    private static void offer(RunningRecorder recorder, long number) {
        while (!recorder.offer(OrderEvents.next(number))) {
            LockSupport.parkNanos(NO_ROOM_NANOS);
        }
    }

    private WriterFigures measure(Database database, RunningRecorder recorder, int threads, LongConsumer call) {
        stop = false;
        List<Thread> callers = Stream.generate(() -> new Thread(() -> repeat(call)))
                .limit(threads)
                .toList();
        callers.forEach(Thread::start);
        Pause.millis(settings.warmup().toMillis());
        WriterFigures figures = new WriterFigures();
        for (int round = 0; round < settings.rounds(); round++) {
            WriterState before = WriterState.of(database, recorder);
            Pause.millis(settings.measure().toMillis());
            figures.add(before, WriterState.of(database, recorder));
        }
        stop = true;
        callers.forEach(WriterBench::join);
        return figures;
    }

    private void repeat(LongConsumer call) {
        while (!stop) {
            call.accept(numbers.incrementAndGet());
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
