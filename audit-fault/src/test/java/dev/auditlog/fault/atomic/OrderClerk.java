package dev.auditlog.fault.atomic;

import dev.auditlog.Audited;
import dev.auditlog.Guarantee;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Is audited, and called inside of transactions. */
@ApplicationScoped
@Transactional
public class OrderClerk {

    @Audited(guarantee = Guarantee.ATOMIC)
    public String check(String key) {
        return key;
    }
}
