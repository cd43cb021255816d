package dev.auditlog.record;

import java.util.concurrent.atomic.LongAdder;

/** Counts what becomes of events. Safe for many threads. */
final class Figures {

    private final LongAdder written = new LongAdder();
    private final LongAdder waited = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder spooled = new LongAdder();
    private final LongAdder repaired = new LongAdder();
    private final Losses losses = new Losses();
    private final CommitTimes commits = new CommitTimes();

    void written(int events) {
        written.add(events);
    }

    /** The queue was full, and the caller waits for room. */
    void waited() {
        waited.increment();
    }

    void refusedOne() {
        refused.increment();
    }

    long refused() {
        return refused.sum();
    }

    void spooled(int events) {
        spooled.add(events);
    }

    void repaired() {
        repaired.increment();
    }

    void committed(int events, long nanos) {
        commits.add(events, nanos);
    }

    Losses losses() {
        return losses;
    }

    RecorderStatus.Counters counters() {
        return new RecorderStatus.Counters(
                written.sum(), waited.sum(), refused.sum(), losses.all(), spooled.sum(), repaired.sum());
    }

    RecorderStatus.Commits commits() {
        return commits.read();
    }
}
