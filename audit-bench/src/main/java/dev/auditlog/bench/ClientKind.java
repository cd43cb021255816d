package dev.auditlog.bench;

/** What sends the requests. */
enum ClientKind {
    /** One thread for all connections, and little else. */
    LIGHT,
    /** A thread for each, with the JDK's HTTP client. */
    JDK
}
