package dev.auditlog.bench.app.later;

import dev.auditlog.bench.app.naive.CallFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** One transaction for each call, on the executor's thread. */
@ApplicationScoped
public class LaterStore {

    @PersistenceContext
    EntityManager em;

    /** Stores one call. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void write(CallFacts call) {
        em.persist(new LaterRow(call));
    }
}
