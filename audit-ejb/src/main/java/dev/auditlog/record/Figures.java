package dev.auditlog.record;

import java.time.InstantSource;
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
    private final Lately lately = new Lately(InstantSource.system());
    private volatile Runnable watcher = () -> {};

    void watching(Runnable changed) {
        watcher = changed;
    }

    /** Lets the watcher look again. */
    void changed() {
        watcher.run();
    }

    void written(int events) {
        written.add(events);
        lately.written(events);
        changed();
    }

    /** The queue was full, and the caller waits for room. */
    void waited() {
        waited.increment();
        changed();
    }

    void refusedOne() {
        refused.increment();
        lately.refused();
        changed();
    }

    long refused() {
        return refused.sum();
    }

    void spooled(int events) {
        spooled.add(events);
        changed();
    }

    void repaired() {
        repaired.increment();
        changed();
    }

    /** An event was given up that delays nobody. */
    void lostOne() {
        losses.add();
        lately.lost();
        changed();
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

    RecorderStatus.Recent lately() {
        return lately.read();
    }

    RecorderStatus.Commits commits() {
        return commits.read();
    }
}
