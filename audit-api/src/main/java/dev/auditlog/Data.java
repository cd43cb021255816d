package dev.auditlog;

/** How much of the request an event holds. */
public enum Data {
    /** As the class or the configuration says; else {@link #NONE}. */
    DEFAULT,
    /** No request data; path and query are always there, redacted. */
    NONE,
    /** Also the query arguments of a GET or the body of another method, redacted and capped in size. */
    REQUEST
}
