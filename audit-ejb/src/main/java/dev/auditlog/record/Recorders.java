package dev.auditlog.record;

import dev.auditlog.AuditException;
import dev.auditlog.config.AuditConfig;
import dev.auditlog.config.OnOutage;
import dev.auditlog.spi.EventSink;
import dev.auditlog.store.AuditDatabase;
import dev.auditlog.store.Outbox;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;

/** Opens recorders. */
public final class Recorders {

    private Recorders() {}

    /**
     * Returns the recorder of a deployment. Neither the database nor the thread is touched before the first event.
     *
     * @param config names of application and node, and the timeout
     * @param database where events go; stays the caller's to close, after the recorder
     * @param threads of the server, so that the thread belongs to the deployment; asked once, and again if that thread
     *     was ended by the server
     * @param sinks get each event after it is durable in the database; asked for once, with the first event, since a recorder
     *     is opened before CDI is up
     * @throws AuditException AUD-0330 to AUD-0339 if {@code audit.on-outage} is SPOOL and its directory cannot be used
     */
    public static RunningRecorder open(
            AuditConfig config, AuditDatabase database, ThreadFactory threads, Supplier<List<EventSink>> sinks) {
        Settings settings = Settings.of(config);
        Spool spool = config.onOutage() == OnOutage.SPOOL ? SpoolPlace.open(config) : null;
        GroupCommitRecorder recorder =
                new GroupCommitRecorder(settings, new JpaEventLog(database, settings), threads, sinks, spool);
        recorder.introduce(new RecorderStatus.About(
                LibraryVersion.TEXT, config.captureGuarantee().name()));
        return recorder;
    }

    /**
     * Returns the relay of a deployment's outbox. Touches neither database nor thread.
     *
     * @param recorder gets what is moved; stays the caller's to close, after the relay
     * @param database the audit tables, for whose chains are whose
     * @param threads of the server
     */
    public static OutboxRelay openRelay(
            AuditConfig config, Recorder recorder, AuditDatabase database, ThreadFactory threads) {
        boolean beside = config.atomicDataSource().equals(config.dataSource());
        Outbox outbox = Outbox.forDataSource(config.atomicDataSource(), beside, database);
        Chairs chairs = new JpaChairs(
                database, config.application(), () -> recorder.status().node());
        return new RunningRelay(config.application(), recorder, outbox, chairs, config.recordTimeout(), threads);
    }
}
