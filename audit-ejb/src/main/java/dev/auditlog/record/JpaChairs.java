package dev.auditlog.record;

import dev.auditlog.store.AuditDatabase;
import dev.auditlog.store.ChainHold;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Looks at the leases of the chains. */
final class JpaChairs implements Chairs {

    private final AuditDatabase database;
    private final String application;
    private final Supplier<String> node;

    JpaChairs(AuditDatabase database, String application, Supplier<String> node) {
        this.database = database;
        this.application = application;
        this.node = node;
    }

    @Override
    public Whose of(String chain) {
        return database.read(em -> {
            List<Object[]> found = em.createQuery(
                            "select c.holder, c.lease from ChainRow c where c.chain = :chain", Object[].class)
                    .setParameter("chain", chain)
                    .getResultList();
            if (found.isEmpty()) {
                return Whose.NOBODYS;
            }
            String holder = (String) found.get(0)[0];
            Instant lease = (Instant) found.get(0)[1];
            Instant now = database.dialect().now(em);
            String own = new ChainHold(application, node.get(), 0).chain();
            if (chain.equals(own) && holder.equals(Holder.self().text()) && lease.isAfter(now)) {
                return Whose.OURS;
            }
            return lease.plus(GRACE).isBefore(now) ? Whose.NOBODYS : Whose.ANOTHERS;
        });
    }
}
