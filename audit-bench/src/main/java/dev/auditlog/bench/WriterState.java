package dev.auditlog.bench;

import dev.auditlog.record.RecorderStatus;
import dev.auditlog.record.RunningRecorder;

/**
 * Counts at one time.
 *
 * @param nanos of the JVM's clock
 * @param written events that are durable
 * @param ownMicros CPU time of this JVM
 * @param databaseMicros CPU time of the database's own processes
 * @param commits the recorder's figures of its last batches
 */
record WriterState(long nanos, long written, long ownMicros, long databaseMicros, RecorderStatus.Commits commits) {

    static WriterState of(Database database, RunningRecorder recorder) {
        RecorderStatus status = recorder.status();
        return new WriterState(
                System.nanoTime(),
                status.counters().written(),
                Proc.treeMicros(ProcessHandle.current().pid()),
                database.pid() == 0 ? 0 : Proc.treeMicros(database.pid()),
                status.commits());
    }
}
