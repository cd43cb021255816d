package dev.auditlog.bench;

import dev.auditlog.bench.seed.SeedPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Properties;

/**
 * How to seed a database and to ask it. docs/benchmarks.md tells of each option.
 *
 * @param folder target of the module
 * @param data folder of the database that the benchmark keeps
 * @param database postgresql or derby
 * @param url of the operator's own database; empty for the benchmark's
 * @param user of that
 * @param password of that
 * @param plan what is seeded
 * @param samples how often each query is measured
 * @param timeout of a query
 */
record SeedSettings(
        Path folder,
        Path data,
        String database,
        String url,
        String user,
        String password,
        SeedPlan plan,
        int samples,
        Duration timeout) {

    private static final String DATA = "bench.data";
    private static final String UNTIL = "bench.until";

    static SeedSettings read(BenchSettings settings, Properties options) {
        int events = BenchSettings.number(options, "bench.events", "1000000");
        String data = options.getProperty(DATA, "default");
        String url = options.getProperty("bench.url", "none");
        SeedPlan plan = new SeedPlan(
                events,
                BenchSettings.number(options, "bench.days", "180"),
                until(options.getProperty(UNTIL, "now")),
                BenchSettings.number(options, "bench.seed", "1"));
        return new SeedSettings(
                settings.folder(),
                data.equals("default")
                        ? settings.folder().resolve("bench/seeded-" + settings.database() + "-" + events)
                        : Path.of(data).toAbsolutePath(),
                settings.database(),
                url.equals("none") ? "" : url,
                options.getProperty("bench.user", "postgres"),
                options.getProperty("bench.password", "postgres"),
                plan,
                BenchSettings.number(options, "bench.samples", "40"),
                Duration.ofSeconds(BenchSettings.number(options, "bench.timeout", "4")));
    }

    private static Instant until(String text) {
        try {
            return text.equals("now") ? Instant.now().truncatedTo(ChronoUnit.SECONDS) : Instant.parse(text);
        } catch (DateTimeParseException noTime) {
            throw BenchMessages.notATime(UNTIL, text);
        }
    }

    boolean isDerby() {
        return url.isEmpty() ? database.equals("derby") : !url.startsWith("jdbc:postgresql:");
    }
}
