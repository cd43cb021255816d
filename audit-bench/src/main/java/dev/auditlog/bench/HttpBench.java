package dev.auditlog.bench;

import dev.auditlog.bench.load.JdkLoad;
import dev.auditlog.bench.load.Load;
import dev.auditlog.bench.load.LoadGenerator;
import dev.auditlog.bench.load.LoadResult;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Puts all variants under load, in turn, in one server with one database. Each round measures each variant once, in an
 * order of its own, and figures are compared within rounds: so what drifts on the machine hits all alike.
 */
final class HttpBench {

    private static final Duration INSTANT = Duration.ofMillis(1);
    private static final double WARM = 0.05;
    private static final double PERCENT = 100;
    private static final Duration IDLE_LOOK = Duration.ofMillis(300);
    private static final long IDLE_WAIT_SECONDS = 120;
    private static final double IDLE_CORES = 0.15;

    private final BenchSettings settings;
    private final PrintStream out;
    private final Measures measures = new Measures();
    private final Map<String, Long> answered = new LinkedHashMap<>();

    HttpBench(BenchSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    void run() throws IOException {
        ResultFolder folder = ResultFolder.make(settings.folder(), "http-" + settings.database());
        out.println(Machine.line(folder.path()));
        try (Database database = Databases.open(settings, folder.path())) {
            List<String> deployed;
            try (Deployed deployment = Deployed.start(settings, folder.path(), database, out)) {
                deployed = deployment.variants();
                deployed.forEach(variant -> answered.put(variant, 1L)); // by the look whether it answers
                Stage stage = new Stage(deployment.server(), database);
                measureAll(stage, deployed, folder);
                if (deployed.contains(settings.jfr())) {
                    record(stage, folder);
                }
            }
            report(database, deployed, folder);
        }
    }

    private void measureAll(Stage stage, List<String> variants, ResultFolder folder) throws IOException {
        folder.append("measures.csv", List.of(Measure.csvHead()));
        warmUp(stage, variants);
        for (int round = 1; round <= settings.rounds(); round++) {
            for (int clients : settings.clients()) {
                for (String variant : inTurn(variants, round)) {
                    Measure measure = stage.measure(variant, clients, round);
                    measures.add(measure);
                    folder.append("measures.csv", List.of(measure.csv()));
                    out.println(progress(measure));
                }
            }
        }
    }

    /** All in turn, until the server's compilers have little to do with any of them. */
    private void warmUp(Stage stage, List<String> variants) throws IOException {
        int most = Collections.max(settings.clients());
        double compiling = 1;
        for (int pass = 1; pass <= settings.passes() && compiling > WARM; pass++) {
            compiling = 0;
            for (String variant : variants) {
                CpuSample cpu =
                        stage.load(variant, most, INSTANT, settings.warmup()).cpu();
                compiling = Math.max(compiling, cpu.share(ThreadKind.JIT));
            }
            out.println("warm-up " + pass + ": compilers " + Text.whole(PERCENT * compiling)
                    + " % of the server's CPU time at most");
        }
    }

    /** After the rounds, since recording takes time of its own. */
    private void record(Stage stage, ResultFolder folder) throws IOException {
        String variant = settings.jfr();
        int clients = Collections.max(settings.clients());
        stage.load(variant, clients, settings.warmup(), INSTANT);
        ServerRecording recording =
                ServerRecording.start(stage.server.pid(), folder.path().resolve(variant + ".jfr"));
        stage.load(variant, clients, INSTANT, settings.measure());
        List<String> lines = Hotspots.of(recording.stop()).lines(variant);
        folder.append("samples.md", lines);
        lines.forEach(out::println);
    }

    /** Each round begins with another variant. */
    private static List<String> inTurn(List<String> variants, int round) {
        List<String> order = new ArrayList<>(variants);
        Collections.rotate(order, 1 - round);
        return order;
    }

    private static String progress(Measure measure) {
        return "round " + measure.round() + ", " + measure.clients() + " clients, " + measure.variant() + ": "
                + Text.whole(measure.perSecond()) + " calls/s, p99 " + Text.decimal(measure.p99() / 1000, 2) + " ms"
                + (measure.load().failed() == 0
                        ? ""
                        : ", failed: " + measure.load().failures());
    }

    private void report(Database database, List<String> variants, ResultFolder folder) {
        List<String> lines = new ArrayList<>();
        lines.add("## " + database.name() + (settings.slowDisk() ? ", each fsync 1 ms slower" : ""));
        lines.add("");
        lines.add(settings.rounds() + " rounds, each " + settings.warmup().toSeconds() + " s of warm-up and "
                + settings.measure().toSeconds() + " s measured for each variant; POST of "
                + settings.body().body().length() + " bytes of JSON by the client "
                + settings.client().name().toLowerCase(Locale.ROOT) + "; medians (least–most of the rounds)."
                + " Meanwhile other processes of the machine used "
                + Text.spread(measures.foreignCores(), 2) + " cores.");
        lines.add("");
        HttpTables tables = new HttpTables(measures, variants);
        settings.clients().forEach(clients -> lines.addAll(tables.lines(clients)));
        lines.addAll(kept(database, variants));
        folder.append("report.md", lines);
        lines.forEach(out::println);
        out.println("All of it: " + folder.path());
    }

    /** Whether each call that was answered has left its row; the server has ended by now. */
    private List<String> kept(Database database, List<String> variants) {
        List<String> lines = new ArrayList<>();
        for (String variant : variants) {
            String query = Variants.named(variant).rows();
            if (!query.isEmpty()) {
                lines.add(variant + ": " + Text.whole(answered.getOrDefault(variant, 0L)) + " calls answered, "
                        + Text.whole(database.number(query)) + " rows");
            }
        }
        return lines;
    }

    /** Server and database while they run. */
    private final class Stage {

        private final PayaraServer server;
        private final Database database;

        Stage(PayaraServer server, Database database) {
            this.server = server;
            this.database = database;
        }

        Measure measure(String variant, int clients, int round) throws IOException {
            awaitIdle();
            return load(variant, clients, settings.warmup(), settings.measure()).at(round, clients, variant);
        }

        Phase load(String variant, int clients, Duration warmup, Duration measured) throws IOException {
            try (Load client = open(Variants.named(variant).path(), clients)) {
                long warm = client.run(warmup).answered();
                Database.Transactions before = database.transactions();
                CpuSample began = CpuSample.now(server.pid(), database.pid());
                LoadResult result = client.run(measured);
                CpuSample cpu = CpuSample.now(server.pid(), database.pid()).since(began);
                Database.Transactions after = database.transactions();
                answered.merge(variant, warm + result.answered(), Long::sum);
                return new Phase(
                        result,
                        cpu,
                        new Database.Transactions(
                                after.committed() - before.committed(), after.wrote() - before.wrote()));
            }
        }

        private Load open(String path, int clients) throws IOException {
            if (settings.client() == ClientKind.JDK) {
                URI address = URI.create("http://127.0.0.1:" + server.port() + path);
                return new JdkLoad(address, settings.body().body(), clients);
            }
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
            return new LoadGenerator(address, settings.body().to(path), clients);
        }

        /** Until nothing is left of what the last variant began. */
        private void awaitIdle() {
            long deadline =
                    System.nanoTime() + Duration.ofSeconds(IDLE_WAIT_SECONDS).toNanos();
            double cores = 1;
            while (cores > IDLE_CORES && System.nanoTime() - deadline < 0) {
                CpuSample before = CpuSample.now(server.pid(), database.pid());
                Pause.millis(IDLE_LOOK.toMillis());
                CpuSample spent = CpuSample.now(server.pid(), database.pid()).since(before);
                cores = (spent.server() + spent.database()) * 1e3 / IDLE_LOOK.toNanos();
            }
        }
    }

    private record Phase(LoadResult load, CpuSample cpu, Database.Transactions transactions) {

        Measure at(int round, int clients, String variant) {
            return new Measure(round, clients, variant, load, cpu, transactions);
        }
    }
}
