package dev.auditlog.config;

/** Whose users sign in to the console. */
public enum ConsoleUsers {
    /** The console's own, in the audit database. */
    DATABASE,
    /** The server's. */
    CONTAINER
}
