package dev.auditlog;

import java.util.Objects;

/** The audit log refuses or cannot do something. Its message begins with the code, names the fault and the next step. */
public class AuditException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    public AuditException(String code, String message) {
        super(code + " " + message);
        this.code = Objects.requireNonNull(code);
    }

    public AuditException(String code, String message, Throwable cause) {
        super(code + " " + message, cause);
        this.code = Objects.requireNonNull(code);
    }

    /** Stable code of the message, such as {@code AUD-0104}; see {@code message-ranges.txt}. */
    public String code() {
        return code;
    }
}
