package dev.auditlog.account;

import dev.auditlog.AuditException;

/** A change of the console's users is refused. The message is fit for the person who asked for it. */
public class AccountException extends AuditException {

    private static final long serialVersionUID = 1L;

    AccountException(String code, String message) {
        super(code, message);
    }

    AccountException(String code, String message, Throwable cause) {
        super(code, message, cause);
    }
}
