package dev.auditlog;

/** Which ends of a call leave an event. */
public enum Outcomes {
    /** As the class says, else the key {@code audit.capture.outcomes}. */
    DEFAULT,
    /** Only calls that succeeded: any 2xx or 3xx. */
    SUCCESS,
    /** Also calls that were denied, that failed, or that ended in an error. */
    ALL
}
