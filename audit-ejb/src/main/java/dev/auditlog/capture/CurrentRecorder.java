package dev.auditlog.capture;

import dev.auditlog.event.AuditEvent;
import dev.auditlog.record.Receipt;
import dev.auditlog.record.Recorder;
import dev.auditlog.record.RecorderStatus;
import dev.auditlog.record.Recording;
import jakarta.enterprise.context.ApplicationScoped;

/** The injectable {@link Recorder}: that of the application whose code runs. */
@ApplicationScoped
public class CurrentRecorder implements Recorder {

    @Override
    public Receipt record(AuditEvent event) {
        return recorder().record(event);
    }

    @Override
    public Recording begin(AuditEvent event) {
        return recorder().begin(event);
    }

    @Override
    public boolean offer(AuditEvent event) {
        return recorder().offer(event);
    }

    @Override
    public boolean isAccepting() {
        return recorder().isAccepting();
    }

    @Override
    public void refused() {
        recorder().refused();
    }

    @Override
    public RecorderStatus status() {
        return recorder().status();
    }

    private static Recorder recorder() {
        return Deployments.currentOrBare().map(Deployment::recorder).orElseThrow(CaptureMessages::switchedOff);
    }
}
