package dev.auditlog.bench.load;

import java.util.Arrays;
import java.util.Map;

/**
 * What a phase of load did.
 *
 * @param nanos from the first request to the last answer
 * @param latenciesMicros of the answers with 2xx, sorted
 * @param failures other ends: a status or the class of an exception, and how often
 * @param cpuNanos CPU time of the clients
 */
public record LoadResult(long nanos, int[] latenciesMicros, Map<String, Integer> failures, long cpuNanos) {

    private static final double NANOS_PER_SECOND = 1e9;

    /** How many were answered with 2xx. */
    public int answered() {
        return latenciesMicros.length;
    }

    /** How many were not. */
    public int failed() {
        return failures.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Answers with 2xx for each second. */
    public double perSecond() {
        return answered() * NANOS_PER_SECOND / nanos;
    }

    /**
     * The smallest latency that this share of the answers did not exceed, in microseconds; 0 if there were none.
     *
     * @param share above 0, 1 at most; 1 is the longest
     */
    public int latencyMicros(double share) {
        if (latenciesMicros.length == 0) {
            return 0;
        }
        int rank = (int) Math.ceil(share * latenciesMicros.length);
        return latenciesMicros[Math.max(0, rank - 1)];
    }

    static LoadResult of(long nanos, int[] latencies, int count, Map<String, Integer> failures, long cpuNanos) {
        int[] sorted = Arrays.copyOf(latencies, count);
        Arrays.sort(sorted);
        return new LoadResult(nanos, sorted, Map.copyOf(failures), cpuNanos);
    }
}
