package dev.auditlog.bench;

import dev.auditlog.bench.load.LoadResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One variant under one load in one round.
 *
 * @param round from 1
 * @param clients connections at the same time
 * @param variant its name
 * @param load what the client saw
 * @param cpu CPU time meanwhile
 * @param transactions of the database meanwhile
 */
record Measure(
        int round, int clients, String variant, LoadResult load, CpuSample cpu, Database.Transactions transactions) {

    private static final double P50 = 0.5;
    private static final double P99 = 0.99;
    private static final double NANOS_PER_MICRO = 1e3;

    double perSecond() {
        return load.perSecond();
    }

    double p50() {
        return load.latencyMicros(P50);
    }

    double p99() {
        return load.latencyMicros(P99);
    }

    double longest() {
        return load.latencyMicros(1);
    }

    /** CPU time of server and database for each call, in microseconds. */
    double cpuPerCall() {
        return perCall((double) cpu.server() + cpu.database());
    }

    double databasePerCall() {
        return perCall(cpu.database());
    }

    double threadsPerCall(ThreadKind kind) {
        return perCall(cpu.threads().getOrDefault(kind, 0L));
    }

    double clientPerCall() {
        return perCall(load.cpuNanos() / NANOS_PER_MICRO);
    }

    double commitsPerCall() {
        return perCall(transactions.committed());
    }

    /** Transactions that wrote, for each call. */
    double writesPerCall() {
        return perCall(transactions.wrote());
    }

    /** Share of one core that strangers used meanwhile. */
    double foreignCores() {
        return Math.max(0, cpu.foreign() * NANOS_PER_MICRO / load.nanos());
    }

    private double perCall(double sum) {
        return load.answered() == 0 ? 0 : sum / load.answered();
    }

    static String csvHead() {
        return "round,clients,variant,seconds,answered,failed,per_second,p50_us,p99_us,max_us,cpu_us_per_call,"
                + "database_us_per_call,client_us_per_call,commits_per_call,writes_per_call,foreign_cores,"
                + String.join(
                        ",",
                        Stream.of(ThreadKind.values())
                                .map(kind -> kind.label() + "_us_per_call")
                                .toList())
                + ",failures";
    }

    String csv() {
        List<String> cells = new ArrayList<>(List.of(
                Integer.toString(round), Integer.toString(clients), variant, Text.decimal(load.nanos() / 1e9, 2)));
        cells.addAll(List.of(Integer.toString(load.answered()), Integer.toString(load.failed())));
        for (double value : new double[] {perSecond(), p50(), p99(), longest(), cpuPerCall(), databasePerCall()}) {
            cells.add(Text.decimal(value, 1));
        }
        cells.add(Text.decimal(clientPerCall(), 1));
        for (double value : new double[] {commitsPerCall(), writesPerCall(), foreignCores()}) {
            cells.add(Text.decimal(value, 3));
        }
        for (ThreadKind kind : ThreadKind.values()) {
            cells.add(Text.decimal(threadsPerCall(kind), 1));
        }
        cells.add(load.failures().toString().replace(',', ';'));
        return String.join(",", cells);
    }
}
