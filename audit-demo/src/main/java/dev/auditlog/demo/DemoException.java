package dev.auditlog.demo;

/** The demo cannot start. The message says why, and what to do. */
public final class DemoException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    DemoException(String code, String text) {
        super(code + " " + text);
        this.code = code;
    }

    /** The message's code, such as {@code AUD-0901}. */
    public String code() {
        return code;
    }
}
