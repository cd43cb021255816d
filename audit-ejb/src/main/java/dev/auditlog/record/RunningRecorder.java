package dev.auditlog.record;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** A recorder and its end, for whoever opened it. */
public interface RunningRecorder extends Recorder, AutoCloseable {

    /**
     * Starts the writer's thread, so that the chain is taken and the database reached before the first event needs it.
     * Else the first event starts it. Does not wait.
     */
    void start();

    /** What became of events: the part of {@link #status} that costs nothing to look at. */
    RecorderStatus.Counters counters();

    /** Name of the node, as in {@link #status}. */
    String node();

    /** Says what the relay of the same deployment does, for {@link #status}. */
    void showing(Supplier<RelayStatus> outbox);

    /**
     * Has something put into the database besides events, on the writer's thread: after the next beat that the database
     * took, again after a failure, and daily. Does not wait.
     *
     * @param key of what it replaces
     * @param what gets the node's name; throws if it has to be tried again
     */
    void tellBeside(String key, Consumer<String> what);

    /**
     * Lets somebody know of each change of the counters, soon after it, on whatever thread made it: must be fast and throw
     * nothing. Also at each beat, so that one who was let know of an older state sees the last one. One at most.
     */
    void watching(Runnable changed);

    /**
     * Takes no more events, makes durable what waits, and ends the thread. Returns after {@code audit.record.drain} at the latest; events that
     * are not durable by then are refused.
     */
    @Override
    void close();
}
