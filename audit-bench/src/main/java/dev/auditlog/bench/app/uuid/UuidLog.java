package dev.auditlog.bench.app.uuid;

import dev.auditlog.bench.app.naive.CallFacts;
import dev.auditlog.bench.app.naive.CallLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** One transaction for each call. */
@ApplicationScoped
public class UuidLog implements CallLog {

    @PersistenceContext
    EntityManager em;

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void write(CallFacts call) {
        em.persist(new UuidRow(call));
    }
}
