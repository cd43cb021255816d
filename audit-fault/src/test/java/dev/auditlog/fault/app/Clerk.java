package dev.auditlog.fault.app;

import dev.auditlog.Audited;
import jakarta.enterprise.context.ApplicationScoped;

/** Is audited, and called inside of transactions. */
@ApplicationScoped
public class Clerk {

    @Audited
    public String check(String key) {
        return key;
    }
}
