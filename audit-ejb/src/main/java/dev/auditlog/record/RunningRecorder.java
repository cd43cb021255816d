package dev.auditlog.record;

/** A recorder and its end, for whoever opened it. */
public interface RunningRecorder extends Recorder, AutoCloseable {

    /**
     * Takes no more events, makes durable what waits, and ends the thread. Returns after 30 s at the latest; events that
     * are not durable by then are refused.
     */
    @Override
    void close();
}
