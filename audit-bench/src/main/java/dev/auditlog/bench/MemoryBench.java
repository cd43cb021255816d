package dev.auditlog.bench;

import dev.auditlog.bench.micro.OrderEvents;
import dev.auditlog.config.AuditConfig;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.record.RecorderStatus;
import dev.auditlog.record.Recorders;
import dev.auditlog.record.RunningRecorder;
import dev.auditlog.store.AuditDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much memory a recorder takes with its default limits while its database does not answer and more is offered than it
 * may hold; and whether everything that it took is there afterwards.
 */
final class MemoryBench {

    private static final List<String> HEAD =
            List.of("text of an event", "offered", "taken", "by its own count MiB", "heap MiB", "rows afterwards");
    private static final String ROWS =
            "select count(*) from audit_event where operation = '" + OrderEvents.OPERATION + "'";
    private static final int OFFERED = 20_000;
    private static final int COLLECTIONS = 3;
    private static final double MIB = 1 << 20;

    private final BenchSettings settings;
    private final PrintStream out;
    private final AtomicLong numbers = new AtomicLong();

    MemoryBench(BenchSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    /** A kind of event: its request's data. */
    private record Kind(String name, String data) {}

    void run() throws IOException {
        ResultFolder folder = ResultFolder.make(settings.folder(), "memory-" + settings.database());
        out.println(Machine.line(folder.path()));
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        try (Database database = Databases.open(settings, folder.path())) {
            Gate gate = new Gate(new LocalPool(database).dataSource());
            try (AuditDatabase events = AuditDatabase.open(gate.dataSource(), AuditDatabase.Options.defaults())) {
                events.connect();
                for (Kind kind : kinds()) {
                    rows.add(measure(database, gate, events, kind));
                }
            }
        }
        List<String> lines = Text.table(rows);
        folder.append("report.md", lines);
        lines.forEach(out::println);
        out.println("All of it: " + folder.path());
    }

    private static List<Kind> kinds() {
        int most = 64 * 1024; // audit.capture.max-body-size
        return List.of(
                new Kind("46 letters", "{" + "a".repeat(44) + "}"),
                new Kind("600 letters", "{" + "a".repeat(598) + "}"),
                new Kind("64 KiB", "{" + "a".repeat(most - 2) + "}"),
                new Kind("64 KiB of two bytes each", "{" + "ж".repeat(most / 2 - 1) + "}"));
    }

    private List<String> measure(Database database, Gate gate, AuditDatabase events, Kind kind) {
        long rowsBefore = database.number(ROWS);
        AuditConfig config = AuditConfig.of(Map.of("audit.application", "bench", "audit.node", "bench"), "bench");
        List<String> row = new ArrayList<>(List.of(kind.name(), Text.whole(OFFERED)));
        try (RunningRecorder recorder = Recorders.open(config, events, Thread::new, List::of)) {
            recorder.record(OrderEvents.next(numbers.incrementAndGet()));
            gate.shut();
            long before = heapBytes();
            long taken = 1 + offer(recorder, kind);
            RecorderStatus.Queue queue = recorder.status().queue();
            row.add(Text.whole(taken));
            row.add(Text.decimal(queue.bytes() / MIB, 1));
            row.add(Text.decimal((heapBytes() - before) / MIB, 1));
            gate.open();
        }
        row.add(Text.whole(database.number(ROWS) - rowsBefore));
        return row;
    }

    private long offer(RunningRecorder recorder, Kind kind) {
        long taken = 0;
        for (int i = 0; i < OFFERED; i++) {
            AuditEvent event = OrderEvents.next(numbers.incrementAndGet(), kind.data() + i); // a text of its own
            taken += recorder.offer(event) ? 1 : 0;
        }
        return taken;
    }

    /** What is reachable, after garbage was collected. */
    private static long heapBytes() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
