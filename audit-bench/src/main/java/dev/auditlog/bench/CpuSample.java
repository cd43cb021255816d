package dev.auditlog.bench;

import java.util.EnumMap;
import java.util.Map;

/**
 * CPU times of all that takes part, in microseconds.
 *
 * @param server the application server
 * @param database the database's own processes; 0 if it lives in the server
 * @param client this process
 * @param machine all processes
 * @param threads the server's, by kind
 */
record CpuSample(long server, long database, long client, long machine, Map<ThreadKind, Long> threads) {

    static CpuSample now(long server, long database) {
        return new CpuSample(
                Proc.treeMicros(server),
                database == 0 ? 0 : Proc.treeMicros(database),
                Proc.selfMicros(),
                Proc.machineMicros(),
                Proc.threadMicros(server));
    }

    CpuSample since(CpuSample before) {
        Map<ThreadKind, Long> spent = new EnumMap<>(ThreadKind.class);
        threads.forEach((kind, micros) -> spent.put(kind, micros - before.threads.getOrDefault(kind, 0L)));
        return new CpuSample(
                server - before.server,
                database - before.database,
                client - before.client,
                machine - before.machine,
                spent);
    }

    /** How much of the server's time threads of a kind took. */
    double share(ThreadKind kind) {
        return threads.getOrDefault(kind, 0L) / (double) Math.max(1, server);
    }

    /** Of processes that have nothing to do with the benchmark; may be below 0 by the clocks' steps. */
    long foreign() {
        return machine - server - database - client;
    }
}
