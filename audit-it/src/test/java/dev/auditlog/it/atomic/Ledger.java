package dev.auditlog.it.atomic;

import dev.auditlog.it.app.Widget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** Business work in transactions of its own. */
@ApplicationScoped
@Transactional
public class Ledger {

    @PersistenceContext
    private EntityManager widgets;

    public void write(String id) {
        widgets.persist(new Widget(id));
    }

    public void fail(String id) {
        widgets.persist(new Widget(id));
        throw new IllegalStateException("rolls back");
    }

    @Transactional(TxType.REQUIRES_NEW)
    public void writeApart(String id) {
        widgets.persist(new Widget(id));
    }
}
