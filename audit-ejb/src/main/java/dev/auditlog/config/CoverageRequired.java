package dev.auditlog.config;

/** Which resource methods must be audited, or left out on purpose, for an application to start. */
public enum CoverageRequired {
    /** None. */
    NONE,
    /** Those whose HTTP method is not a safe one. */
    MUTATORS,
    /** Each. */
    ALL;

    /** Whether it asks for a method. */
    public boolean includes(boolean mutator) {
        return this == ALL || this == MUTATORS && mutator;
    }
}
