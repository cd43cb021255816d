package dev.auditlog.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs a benchmark. Maven calls it; docs/benchmarks.md tells how. */
public final class Bench {

    private Bench() {}

    /**
     * Arguments: http, writer, memory, micro, seed, query or export. Options as system properties; ends the JVM with 1 if it cannot
     * run.
     */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        try {
            BenchSettings settings = BenchSettings.read(Path.of("target").toAbsolutePath(), System.getProperties());
            run(arguments.length == 0 ? "http" : arguments[0], settings, out);
            System.exit(0);
        } catch (BenchException refused) {
            out.println(refused.getMessage());
        } catch (Exception | Error failed) { // else Maven reports no more than an exit code
            out.println(failed);
            for (StackTraceElement element : failed.getStackTrace()) {
                out.println("    at " + element);
            }
        }
        System.exit(1);
    }

    private static void run(String what, BenchSettings settings, PrintStream out) throws Exception {
        switch (what) {
            case "http" -> new HttpBench(settings, out).run();
            case "writer" -> new WriterBench(settings, out).run();
            case "memory" -> new MemoryBench(settings, out).run();
            case "micro" -> new MicroBench(settings, out).run();
            case "seed" -> new SeedBench(SeedSettings.read(settings, System.getProperties()), out).run();
            case "query" -> new QueryBench(SeedSettings.read(settings, System.getProperties()), out).run();
            case "export" -> new ExportBench(SeedSettings.read(settings, System.getProperties()), out).run();
            default -> throw BenchMessages.notAllowed(
                    "bench", what, List.of("http", "writer", "memory", "micro", "seed", "query", "export"));
        }
    }
}
