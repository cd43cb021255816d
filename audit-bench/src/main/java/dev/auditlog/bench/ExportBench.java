package dev.auditlog.bench;

import dev.auditlog.config.AuditConfig;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.export.TextFormat;
import dev.auditlog.query.EventFinder;
import dev.auditlog.query.EventFinders;
import dev.auditlog.query.EventQuery;
import dev.auditlog.store.AuditDatabase;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Takes all events of a seeded database out, as an export does but for HTTP: read by pages, written in a format, digested.
 * The first pass over all formats is not counted. How little memory it needs shows the heap that the JVM is given.
 */
final class ExportBench {

    private static final String MEASURES = "measures.csv";
    private static final int CHUNK = 32 * 1024;
    private static final double NANOS = 1e9;

    private final SeedSettings settings;
    private final PrintStream out;

    ExportBench(SeedSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    /** What one export came to. */
    private record Taken(TextFormat format, long events, long bytes, double seconds) {

        double perSecond() {
            return events / seconds;
        }

        String csv() {
            return format + "," + events + "," + bytes + "," + Text.decimal(seconds, 3);
        }
    }

    void run() throws Exception {
        ResultFolder folder = ResultFolder.make(settings.folder(), "export-" + settings.database());
        String machine = Machine.line(folder.path());
        out.println(machine);
        try (Database database = Databases.seeded(settings);
                AuditDatabase events =
                        AuditDatabase.open(new LocalPool(database).dataSource(), AuditDatabase.Options.defaults())) {
            events.connect();
            EventFinder finder = EventFinders.of(events, config(settings.timeout()));
            List<Taken> all = new ArrayList<>();
            for (TextFormat format : TextFormat.values()) {
                take(finder, format);
            }
            for (TextFormat format : TextFormat.values()) {
                all.add(take(finder, format));
            }
            folder.append(MEASURES, all.stream().map(Taken::csv).toList());
            List<String> lines = lines(all, machine, database.name());
            folder.append("report.md", lines);
            lines.forEach(out::println);
            out.println("All of it: " + folder.path());
        }
    }

    private static List<String> lines(List<Taken> all, String machine, String database) {
        List<String> lines = new ArrayList<>();
        lines.add("## Exports, " + database);
        lines.add("");
        lines.add(machine + ". A heap of " + Text.whole(Runtime.getRuntime().maxMemory() >> 20) + " MiB.");
        lines.add("");
        lines.add("| format | events | MiB | s | events/s |");
        lines.add("|---|---|---|---|---|");
        for (Taken taken : all) {
            lines.add("| " + taken.format() + " | " + Text.whole(taken.events()) + " | "
                    + Text.whole(taken.bytes() >> 20) + " | " + Text.decimal(taken.seconds(), 1) + " | "
                    + Text.whole(Math.round(taken.perSecond())) + " |");
        }
        return lines;
    }

    private static Taken take(EventFinder finder, TextFormat format) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        StringBuilder pending = new StringBuilder(2 * CHUNK).append(format.head());
        long began = System.nanoTime();
        long events = 0;
        long bytes = 0;
        for (Iterator<AuditEvent> reading = finder.all(EventQuery.all()); reading.hasNext(); events++) {
            format.append(pending, reading.next());
            if (pending.length() >= CHUNK) {
                bytes += digested(digest, pending);
            }
        }
        bytes += digested(digest, pending);
        return new Taken(format, events, bytes, (System.nanoTime() - began) / NANOS);
    }

    private static int digested(MessageDigest digest, StringBuilder pending) {
        byte[] bytes = pending.toString().getBytes(StandardCharsets.UTF_8);
        digest.update(bytes);
        pending.setLength(0);
        return bytes.length;
    }

    private static AuditConfig config(Duration timeout) {
        return AuditConfig.of(Map.of("audit.console.query-timeout", timeout.toSeconds() + "s"), "bench");
    }
}
