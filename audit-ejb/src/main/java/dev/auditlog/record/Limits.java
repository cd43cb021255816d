package dev.auditlog.record;

/**
 * Bounds of what a recorder holds in memory.
 *
 * @param queueEvents events that may wait
 * @param queueBytes memory that they may take, about; one event is let in however large, if it is alone
 * @param batchEvents events in one transaction at most
 * @param batchBytes memory that they may take, about; one event is let in however large
 * @param lingerNanos how long the writer waits for as many events as came together lately
 */
record Limits(int queueEvents, long queueBytes, int batchEvents, long batchBytes, long lingerNanos) {

    /** A batch of this size takes well under a second on a slow disk, so that no caller waits long behind it. */
    static final long BATCH_BYTES = 4L << 20;

    /** Less than a commit takes on most disks; with 32 callers on two cores it made a batch of 7 one of 15 (ADR 0067). */
    static final long LINGER_NANOS = 400_000;
}
