package dev.auditlog.web.rest;

import dev.auditlog.AuditException;

/** Refusals that resources in other packages throw: the answer is a problem document. */
public final class Refusals {

    private Refusals() {}

    /**
     * Makes one.
     *
     * @param status of the answer; with 429 and 503 the caller is told when to try again
     * @param detail what was wrong, what is allowed, what to do
     */
    public static AuditException of(int status, String code, String detail) {
        return new ProblemException(Problem.of(status, code, detail));
    }
}
