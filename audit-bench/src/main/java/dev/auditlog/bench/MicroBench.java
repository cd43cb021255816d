package dev.auditlog.bench;

import dev.auditlog.bench.micro.EventBenchmark;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the JMH benchmarks and prints their averages. */
final class MicroBench {

    private static final int ITERATIONS = 5;

    private final BenchSettings settings;
    private final PrintStream out;

    MicroBench(BenchSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    void run() throws RunnerException {
        ResultFolder folder = ResultFolder.make(settings.folder(), "micro");
        out.println(Machine.line(folder.path()));
        OptionsBuilder options = new OptionsBuilder();
        options.include(EventBenchmark.class.getName())
                .forks(Math.min(2, settings.rounds()))
                .jvmArgsAppend("-Xms512m", "-Xmx512m", "-Dbench.body=" + OrderRequest.ORDER.body())
                .warmupIterations(ITERATIONS)
                .warmupTime(TimeValue.milliseconds(settings.warmup().toMillis() / ITERATIONS))
                .measurementIterations(ITERATIONS)
                .measurementTime(TimeValue.milliseconds(settings.measure().toMillis() / ITERATIONS))
                .resultFormat(ResultFormatType.JSON)
                .result(folder.path().resolve("jmh.json").toString())
                .verbosity(VerboseMode.SILENT);
        List<String> lines = Text.table(rows(new Runner(options.build()).run()));
        folder.append("report.md", lines);
        lines.forEach(out::println);
        out.println("All of it: " + folder.path());
    }

    private static List<List<String>> rows(Collection<RunResult> results) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("step", "µs", "± (99.9 %)"));
        for (RunResult result : results) {
            Result<?> primary = result.getPrimaryResult();
            rows.add(List.of(
                    primary.getLabel(), Text.decimal(primary.getScore(), 2), Text.decimal(primary.getScoreError(), 2)));
        }
        return rows;
    }
}
