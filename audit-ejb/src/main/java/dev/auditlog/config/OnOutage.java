package dev.auditlog.config;

/** What becomes of new calls while the store cannot take events. */
public enum OnOutage {
    /** They get 503 before the business method runs. */
    REFUSE,
    /** Their events wait in a local file. */
    SPOOL
}
