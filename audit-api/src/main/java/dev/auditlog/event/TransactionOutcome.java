package dev.auditlog.event;

/** What became of the business transaction of a call. */
public enum TransactionOutcome {
    /** Every transaction that was seen committed. */
    COMMITTED,
    /** At least one transaction that was seen rolled back. */
    ROLLED_BACK,
    /** No transaction was seen. */
    NONE,
    /** There was a transaction and its end could not be seen. */
    UNKNOWN
}
