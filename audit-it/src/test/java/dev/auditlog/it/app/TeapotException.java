package dev.auditlog.it.app;

/** Has a mapper that answers 418. */
public class TeapotException extends Exception {

    private static final long serialVersionUID = 1L;

    public TeapotException(String message) {
        super(message);
    }
}
