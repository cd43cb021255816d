package dev.auditlog.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * How to run. docs/benchmarks.md tells of each option; on the command line they begin with {@code -Dbench.}.
 *
 * @param folder target of the module
 * @param database postgresql or derby
 * @param variants names, in the order of the tables
 * @param clients connections at the same time, one number for each run
 * @param rounds how often each of them is measured
 * @param passes how often at most all are warmed up before the first round
 * @param warmup before each measure
 * @param measure how long each is measured
 * @param slowDisk whether each fsync of the database takes a millisecond more
 * @param body what clients send
 * @param client what sends it
 * @param jfr the variant that the server's flight recorder looks at, or none
 * @param jvm options of the server's JVM
 */
record BenchSettings(
        Path folder,
        String database,
        List<String> variants,
        List<Integer> clients,
        int rounds,
        int passes,
        Duration warmup,
        Duration measure,
        boolean slowDisk,
        OrderRequest body,
        ClientKind client,
        String jfr,
        List<String> jvm) {

    static BenchSettings read(Path folder, Properties options) {
        String variants = options.getProperty("bench.variants", "all");
        return new BenchSettings(
                folder,
                oneOf(options, "bench.database", List.of("postgresql", "derby")),
                variants.equals("all") ? Variants.names() : Variants.check(list(variants)),
                numbers(options, "bench.clients", "1,8,32,64"),
                number(options, "bench.rounds", "5"),
                number(options, "bench.passes", "4"),
                Duration.ofSeconds(number(options, "bench.warmup", "15")),
                Duration.ofSeconds(number(options, "bench.seconds", "15")),
                oneOf(options, "bench.disk", List.of("as-is", "slow")).equals("slow"),
                OrderRequest.valueOf(oneOf(options, "bench.body", List.of("trivial", "order"))
                        .toUpperCase(Locale.ROOT)),
                ClientKind.valueOf(
                        oneOf(options, "bench.client", List.of("light", "jdk")).toUpperCase(Locale.ROOT)),
                variantOrNone(options.getProperty("bench.jfr", "none")),
                List.of(options.getProperty("bench.jvm", "-Xms1g -Xmx1g").split(" +")));
    }

    static String oneOf(Properties options, String key, List<String> allowed) {
        String found = options.getProperty(key, allowed.get(0));
        if (!allowed.contains(found)) {
            throw BenchMessages.notAllowed(key, found, allowed);
        }
        return found;
    }

    private static String variantOrNone(String name) {
        return name.equals("none") ? name : Variants.check(List.of(name)).get(0);
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).toList();
    }

    static int number(Properties options, String key, String fallback) {
        List<Integer> found = numbers(options, key, fallback);
        if (found.size() != 1) {
            throw BenchMessages.notANumber(key, options.getProperty(key, fallback));
        }
        return found.get(0);
    }

    private static List<Integer> numbers(Properties options, String key, String fallback) {
        String text = options.getProperty(key, fallback);
        try {
            List<Integer> numbers = list(text).stream().map(Integer::valueOf).toList();
            if (numbers.stream().allMatch(number -> number > 0)) {
                return numbers;
            }
        } catch (NumberFormatException noNumber) {
            // said below, together with numbers that are out of range
        }
        throw BenchMessages.notANumber(key, text);
    }
}
