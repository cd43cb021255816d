package dev.auditlog;

/**
 * Adds to the event of the current call what only the code knows. Injectable; belongs to the thread that runs the call.
 *
 * <p>Outside an audited call every method does nothing. Values are redacted like all others. Each method returns this.
 */
public interface AuditContext {

    /** Names the object of the call. Wins over what the annotation and the request say. */
    AuditContext target(String type, String id);

    /** Gives the object a name for people, kept as it is now. */
    AuditContext targetName(String name);

    /** Says why the call is made. Wins over the header {@code Audit-Reason}. */
    AuditContext reason(String reason);

    /** Adds a value under a key; a second value under the same key replaces the first. */
    AuditContext attribute(String key, String value);
}
