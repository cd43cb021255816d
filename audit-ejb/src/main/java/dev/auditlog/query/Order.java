package dev.auditlog.query;

/** In which order events are listed. */
public enum Order {
    /** Latest first. */
    NEWEST,
    /** Earliest first. */
    OLDEST
}
