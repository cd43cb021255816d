package dev.auditlog.record;

import java.util.Arrays;

/** How long the last batches took, and how large they were. Safe for many threads. */
final class CommitTimes {

    private static final int KEPT = 512;

    private final long[] micros = new long[KEPT];
    private final int[] sizes = new int[KEPT];
    private long count;

    synchronized void add(int events, long nanos) {
        int at = (int) (count % KEPT);
        micros[at] = nanos / 1_000;
        sizes[at] = events;
        count++;
    }

    synchronized RecorderStatus.Commits read() {
        int kept = (int) Math.min(count, KEPT);
        if (kept == 0) {
            return RecorderStatus.Commits.NONE;
        }
        long[] sorted = Arrays.copyOf(micros, kept);
        Arrays.sort(sorted);
        double events = Arrays.stream(sizes, 0, kept).average().orElse(0);
        return new RecorderStatus.Commits(events, sorted[rank(kept, 50)], sorted[rank(kept, 99)], sorted[kept - 1]);
    }

    private static int rank(int kept, int percent) {
        return Math.max(0, (kept * percent + 99) / 100 - 1);
    }
}
