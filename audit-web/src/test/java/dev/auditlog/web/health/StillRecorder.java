package dev.auditlog.web.health;

import dev.auditlog.event.AuditEvent;
import dev.auditlog.record.Receipt;
import dev.auditlog.record.Recorder;
import dev.auditlog.record.RecorderStatus;
import dev.auditlog.record.Recording;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A recorder that is only looked at, and says whether it takes calls. */
final class StillRecorder implements Recorder {

    private final @Nullable String lastError;
    boolean accepting;

    /** One that takes calls. */
    StillRecorder() {
        this.lastError = null;
        this.accepting = true;
    }

    /** One whose store is away. */
    StillRecorder(String lastError) {
        this.lastError = lastError;
        this.accepting = false;
    }

    @Override
    public Receipt record(AuditEvent event) {
        throw new AssertionError("looking leaves no event");
    }

    @Override
    public Recording begin(AuditEvent event) {
        throw new AssertionError("looking leaves no event");
    }

    @Override
    public boolean offer(AuditEvent event) {
        throw new AssertionError("looking leaves no event");
    }

    @Override
    public boolean isAccepting() {
        return accepting;
    }

    @Override
    public void refused() {
        throw new AssertionError("no call is refused");
    }

    @Override
    public RecorderStatus status() {
        return new RecorderStatus(
                "audit",
                "host-1",
                accepting,
                RecorderStatus.Counters.NONE,
                RecorderStatus.Queue.EMPTY,
                RecorderStatus.Commits.NONE,
                RecorderStatus.Recent.NONE,
                null,
                lastError,
                lastError == null ? null : Instant.EPOCH,
                null,
                RecorderStatus.About.UNKNOWN,
                List.of());
    }
}
