package dev.auditlog;

/** Whether a caller must say why a call is made. */
public enum Reason {
    /** As the class says, else {@link #OPTIONAL}. */
    DEFAULT,
    /** The header {@code Audit-Reason} is recorded where it is sent. */
    OPTIONAL,
    /** Without the header {@code Audit-Reason} the call gets 400 and is not run. */
    REQUIRED
}
