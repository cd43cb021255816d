package dev.auditlog.web.rest;

import dev.auditlog.AuditException;

/** A call of the API that cannot be done, with what the caller is told. */
class ProblemException extends AuditException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.code(), problem.detail());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
