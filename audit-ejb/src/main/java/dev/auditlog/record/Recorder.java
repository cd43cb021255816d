package dev.auditlog.record;

import dev.auditlog.AuditUnavailableException;
import dev.auditlog.event.AuditEvent;

/** Makes events durable. One per deployment; safe for many threads. */
public interface Recorder {

    /**
     * Makes an event durable, then returns. Blocks at most {@code audit.record.timeout}. Never writes on the caller's
     * thread, so a transaction of the caller's is neither committed nor able to take the event with it.
     *
     * <p>If the process dies before this returns, the event may or may not be kept; after it returned it is.
     *
     * @param event already redacted; application, node and sequence are set by the recorder
     * @return where it was put
     * @throws AuditUnavailableException if the store did not take it in time; the event may still be kept later, once
     */
    Receipt record(AuditEvent event);

    /**
     * Begins what {@link #record} does and returns at once, for a caller that must not wait now.
     *
     * @param event already redacted; application, node and sequence are set by the recorder
     * @return to be waited for
     */
    Recording begin(AuditEvent event);

    /**
     * Takes an event that may be lost, and returns at once: it is written with the next batch if there is room for it in
     * the queue. One that is given up is counted, and an event of its own tells of it later.
     *
     * @param event already redacted; application, node and sequence are set by the recorder
     * @return false if it is lost
     */
    boolean offer(AuditEvent event);

    /**
     * Whether a call that must leave an event may begin: the store took the last event, or was not tried yet. False
     * while it is known to be away; the recorder itself finds out when it is back.
     */
    boolean isAccepting();

    /** Counts a call that was refused before it ran, since {@link #isAccepting()} was false. */
    void refused();

    /** Figures since the start of the deployment. */
    RecorderStatus status();
}
