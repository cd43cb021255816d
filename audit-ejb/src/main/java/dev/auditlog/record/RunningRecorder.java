package dev.auditlog.record;

/** A recorder and its end, for whoever opened it. */
public interface RunningRecorder extends Recorder, AutoCloseable {

    /**
     * Starts the writer's thread, so that the chain is taken and the database reached before the first event needs it.
     * Else the first event starts it. Does not wait.
     */
    void start();

    /**
     * Takes no more events, makes durable what waits, and ends the thread. Returns after {@code audit.record.drain} at the latest; events that
     * are not durable by then are refused.
     */
    @Override
    void close();
}
