package dev.auditlog.bench;

import dev.auditlog.config.AuditConfig;
import dev.auditlog.query.EventFinders;
import dev.auditlog.query.RollUp;
import dev.auditlog.store.AuditDatabase;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Asks a seeded database through the product's finder, as the console does, in this JVM without HTTP. Each pass asks
 * everything once, in an order of its own, so that what drifts on the machine hits all alike; the first one is not counted.
 */
final class QueryBench {

    private static final String MEASURES = "measures.csv";

    /** For what has to be looked up before anything is measured. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final double NANOS_PER_MICRO = 1e3;
    private static final double NANOS_PER_SECOND = 1e9;

    private final SeedSettings settings;
    private final PrintStream out;

    QueryBench(SeedSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    void run() throws Exception {
        ResultFolder folder = ResultFolder.make(settings.folder(), "query-" + settings.database());
        String machine = Machine.line(folder.path());
        out.println(machine);
        try (Database database = Databases.seeded(settings);
                AuditDatabase events = AuditDatabase.open(
                        new LocalPool(database).dataSource(), new AuditDatabase.Options(true, PATIENCE));
                QueryPeer peer = new QueryPeer(database)) {
            events.connect();
            SeededFacts facts = new SeededFacts(
                    database,
                    EventFinders.of(events, config(PATIENCE)),
                    settings.plan().seed());
            out.println(rollUp(events));
            AuditConfig config = config(settings.timeout());
            List<QueryTimes> times = new QueryCases(
                            EventFinders.of(events, config), EventFinders.counter(events, config), facts)
                    .all(peer, settings.isDerby()).stream().map(QueryTimes::new).toList();
            double foreign = measure(times, database.pid());
            folder.append(MEASURES, QueryTables.csv(times));
            List<String> lines = new ArrayList<>();
            lines.add("## Queries, " + Text.whole(facts.events()) + " events, " + database.name());
            lines.add("");
            lines.add(machine + ". " + settings.samples() + " samples; a query is refused after "
                    + settings.timeout().toSeconds() + " s. Meanwhile other processes of the machine used "
                    + Text.decimal(foreign, 2) + " cores.");
            lines.add("");
            lines.addAll(QueryTables.lines(times));
            folder.append("report.md", lines);
            lines.forEach(out::println);
            out.println("All of it: " + folder.path());
        }
    }

    /** Adds what the console would have added in the background; nothing if it was done for a measure before. */
    private static String rollUp(AuditDatabase events) {
        RollUp rollUp = new RollUp(events);
        long began = System.nanoTime();
        long added = 0;
        for (long some = rollUp.advance(); some > 0; some = rollUp.advance()) {
            added += some;
        }
        double seconds = (System.nanoTime() - began) / NANOS_PER_SECOND;
        return "Numbers by hours and days: " + Text.whole(added) + " events added in " + Text.decimal(seconds, 1)
                + " s";
    }

    /** Returns how many cores strangers used meanwhile. */
    private double measure(List<QueryTimes> times, long databasePid) {
        long own = ProcessHandle.current().pid();
        CpuSample before = CpuSample.now(own, databasePid);
        long began = System.nanoTime();
        measure(times);
        CpuSample spent = CpuSample.now(own, databasePid).since(before);
        long foreign = spent.machine() - spent.client() - spent.database();
        return Math.max(0, foreign * NANOS_PER_MICRO / (System.nanoTime() - began));
    }

    private void measure(List<QueryTimes> times) {
        List<QueryTimes> order = new ArrayList<>(times);
        order.forEach(QueryTimes::warmUp);
        Random shuffle = new Random(settings.plan().seed());
        for (int pass = 1; pass <= settings.samples(); pass++) {
            Collections.shuffle(order, shuffle);
            order.forEach(QueryTimes::measure);
        }
    }

    private static AuditConfig config(Duration timeout) {
        return AuditConfig.of(
                Map.of(
                        "audit.record.answer-timeout", PATIENCE.plusMinutes(1).toSeconds() + "s",
                        "audit.console.query-timeout", timeout.toSeconds() + "s"),
                "bench");
    }
}
