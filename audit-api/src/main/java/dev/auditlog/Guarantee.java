package dev.auditlog;

/** How sure it is that the event of a call is kept. */
public enum Guarantee {
    /** As the class says, else the key {@code audit.capture.guarantee}. */
    DEFAULT,
    /**
     * The event commits if and only if the business transaction commits: as a row of {@code audit_outbox}, through the
     * datasource of the business. A call in no transaction is refused before it runs, unless it only reads.
     */
    ATOMIC,
    /** No response leaves before its event is durable. */
    BEFORE_RESPONSE,
    /** Never delays or fails a call; losses are counted. */
    BEST_EFFORT
}
