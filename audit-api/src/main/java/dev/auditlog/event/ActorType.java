package dev.auditlog.event;

/** What an actor is. */
public enum ActorType {
    USER,
    SERVICE,
    /** The application itself, such as a timer. */
    SYSTEM,
    /** Nobody has signed in. */
    ANONYMOUS
}
