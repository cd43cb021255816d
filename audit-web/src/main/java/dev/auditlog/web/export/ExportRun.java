package dev.auditlog.web.export;

import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One export that runs or has ended: how far it is. Written by the thread that exports, read by others. */
final class ExportRun {

    /** Whose client takes nothing for so long is not waited for any longer. */
    static final Duration STALLED = Duration.ofMinutes(15);

    private final UUID id = UUID.randomUUID();
    private final String person;
    private final BooleanSupplier gone;
    private volatile State state = State.RUNNING;
    private volatile long events;
    private volatile long bytes;
    private volatile long movedNanos = System.nanoTime();
    private volatile @Nullable String sha256;

    /** How far it is. */
    enum State {
        RUNNING,
        /** The file has its end. */
        COMPLETE,
        /** The client or the database has gone. */
        BROKEN
    }

    /** @param gone whether the client has gone away */
    ExportRun(String person, BooleanSupplier gone) {
        this.person = person;
        this.gone = gone;
    }

    UUID id() {
        return id;
    }

    String person() {
        return person;
    }

    /** Whether nobody takes the file any more. */
    boolean isAbandoned() {
        return gone.getAsBoolean();
    }

    void moved(long eventsSoFar, long bytesSoFar) {
        events = eventsSoFar;
        bytes = bytesSoFar;
        movedNanos = System.nanoTime();
    }

    void complete(long allEvents, long allBytes, String digest) {
        moved(allEvents, allBytes);
        sha256 = digest;
        state = State.COMPLETE;
    }

    /** Ends it, if it has not ended. */
    void broken() {
        if (state == State.RUNNING) {
            movedNanos = System.nanoTime();
            state = State.BROKEN;
        }
    }

    State state() {
        return state;
    }

    long events() {
        return events;
    }

    long bytes() {
        return bytes;
    }

    @Nullable
    String sha256() {
        return sha256;
    }

    /** Whether it takes a place among those that may run at once. */
    boolean isRunning() {
        return state == State.RUNNING && restNanos() < STALLED.toNanos();
    }

    /** How long nothing has changed. */
    long restNanos() {
        return System.nanoTime() - movedNanos;
    }
}
