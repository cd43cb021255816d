package dev.auditlog.record;

import dev.auditlog.AuditUnavailableException;

/** An event that is on its way into the store. */
public interface Recording {

    /**
     * Waits until the event is durable: at most until {@code audit.record.timeout} is over, as counted from when it was
     * begun. So of several that were begun together, all have been waited for when that time is over. To be called once;
     * fastest by the thread that began it.
     *
     * @return where it was put
     * @throws AuditUnavailableException if the store did not take it in time; the event may still be kept later, once
     */
    Receipt await();

    /** About how much memory it holds until it has been waited for, in bytes. */
    default int sizeBytes() {
        return 0;
    }
}
