package dev.auditlog.capture;

import dev.auditlog.AuditUnavailableException;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.record.Receipt;
import dev.auditlog.record.Recorder;
import dev.auditlog.record.RecorderStatus;
import dev.auditlog.record.Recording;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Keeps events in memory, or refuses them. */
final class FakeRecorder implements Recorder {

    final List<AuditEvent> events = new ArrayList<>();
    boolean down;
    boolean broken;
    int refuseOnly;
    int begun;
    final List<Integer> begunAtWaits = new ArrayList<>();
    int refused;
    int waits;

    @Override
    public synchronized Receipt record(AuditEvent event) {
        waits++;
        if (down || refuseOnly-- > 0) {
            throw new AuditUnavailableException("AUD-0300", "down for a test", Duration.ofSeconds(5));
        }
        if (broken) {
            throw new IllegalArgumentException("broken for a test");
        }
        events.add(event);
        return new Receipt(event.id(), "desk@node", events.size(), Instant.EPOCH);
    }

    /** Is taken if the store is not away by the time at which it is waited for. */
    @Override
    public Recording begin(AuditEvent event) {
        begun++;
        return () -> {
            begunAtWaits.add(begun);
            return record(event);
        };
    }

    @Override
    public synchronized boolean offer(AuditEvent event) {
        return !down && events.add(event);
    }

    @Override
    public boolean isAccepting() {
        return !down;
    }

    @Override
    public void refused() {
        refused++;
    }

    @Override
    public RecorderStatus status() {
        return new RecorderStatus(
                "desk",
                "node",
                !down,
                new RecorderStatus.Counters(events.size(), 0, refused, 0, 0, 0),
                RecorderStatus.Queue.EMPTY,
                RecorderStatus.Commits.NONE,
                RecorderStatus.Recent.NONE,
                null,
                null,
                null,
                null,
                RecorderStatus.About.UNKNOWN,
                List.of());
    }
}
