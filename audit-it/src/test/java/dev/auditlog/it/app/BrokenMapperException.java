package dev.auditlog.it.app;

/** Has a mapper that fails. */
public class BrokenMapperException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BrokenMapperException(String message) {
        super(message);
    }
}
