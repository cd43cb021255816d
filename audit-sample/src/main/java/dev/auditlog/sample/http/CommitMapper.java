package dev.auditlog.sample.http;

import jakarta.transaction.TransactionalException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A transaction that did not commit. Jersey has a mapper of its own for these, which this one goes before. */
@Provider
public class CommitMapper implements ExceptionMapper<TransactionalException> {

    private final FailureMapper failures = new FailureMapper();

    @Override
    public Response toResponse(TransactionalException failure) {
        return failures.toResponse(failure);
    }
}
