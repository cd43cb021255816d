package dev.auditlog.it.inside;

import dev.auditlog.Audited;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** Works beside the transaction that it is called in. */
@ApplicationScoped
public class ApartWork {

    @Audited(operation = "ApartWork.book")
    @Transactional(TxType.REQUIRES_NEW)
    public void book() {
        // commits
    }
}
