package dev.auditlog.bench;

import java.util.ArrayList;
import java.util.List;

/** What the rounds of one kind of caller gave. */
final class WriterFigures {

    static final List<String> HEAD = List.of(
            "callers",
            "events/s",
            "events/batch",
            "callers and writer, CPU µs",
            "database, CPU µs",
            "commit p50 ms",
            "commit p99 ms");

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MICROS_PER_MILLI = 1e3;

    private final List<Double> rates = new ArrayList<>();
    private final List<Double> batches = new ArrayList<>();
    private final List<Double> own = new ArrayList<>();
    private final List<Double> database = new ArrayList<>();
    private final List<Double> p50 = new ArrayList<>();
    private final List<Double> p99 = new ArrayList<>();

    void add(WriterState before, WriterState after) {
        double events = Math.max(1, after.written() - before.written());
        rates.add(events * NANOS_PER_SECOND / (after.nanos() - before.nanos()));
        batches.add(after.commits().batch());
        own.add((after.ownMicros() - before.ownMicros()) / events);
        database.add((after.databaseMicros() - before.databaseMicros()) / events);
        p50.add(after.commits().p50Micros() / MICROS_PER_MILLI);
        p99.add(after.commits().p99Micros() / MICROS_PER_MILLI);
    }

    List<String> row(String callers) {
        return List.of(
                callers,
                Text.spread(Spread.of(rates), 0),
                Text.spread(Spread.of(batches), 1),
                Text.spread(Spread.of(own), 0),
                Text.spread(Spread.of(database), 0),
                Text.spread(Spread.of(p50), 2),
                Text.spread(Spread.of(p99), 2));
    }
}
