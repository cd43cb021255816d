package dev.auditlog.fault.driver;

/** What a fault does. */
public enum Effect {
    /** It is not done, and an exception says so. */
    FAIL_BEFORE,
    /** It is done, and an exception says the contrary. */
    FAIL_AFTER,
    /** The JVM ends before it is done. */
    HALT_BEFORE,
    /** The JVM ends when it is done, before anybody knows. */
    HALT_AFTER;

    boolean isBefore() {
        return this == FAIL_BEFORE || this == HALT_BEFORE;
    }

    boolean isHalt() {
        return this == HALT_BEFORE || this == HALT_AFTER;
    }
}
