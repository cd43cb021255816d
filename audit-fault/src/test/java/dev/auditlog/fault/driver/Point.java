package dev.auditlog.fault.driver;

/** Where a fault can happen. */
public enum Point {
    /** Any call of the driver that can fail. */
    CALL,
    /** A batch of events is sent. */
    INSERT,
    /** A transaction that sent events is committed: by its own call, or by the end of a statement that is all of it. */
    COMMIT,
    /** A transaction of the business is committed, with an event in the outbox. */
    ORDER_COMMIT
}
