package dev.auditlog.record;

import dev.auditlog.event.AuditEvent;
import dev.auditlog.store.AuditDatabase;
import dev.auditlog.store.Dialect;
import dev.auditlog.store.EventRow;
import dev.auditlog.store.EventRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The chain's events in the audit database. */
final class JpaEventLog implements EventLog {

    private final AuditDatabase database;
    private final String chain;

    JpaEventLog(AuditDatabase database, String chain) {
        this.database = database;
        this.chain = chain;
    }

    @Override
    public long lastSequence() {
        Long last = database.read(
                em -> em.createQuery("select max(e.sequence) from EventRow e where e.chain = :chain", Long.class)
                        .setParameter("chain", chain)
                        .getSingleResult());
        return last == null ? 0 : last;
    }

    @Override
    public List<AuditEvent> append(List<AuditEvent> events, long first) {
        Dialect dialect = database.dialect();
        List<AuditEvent> numbered = database.write(em -> {
            dialect.beginDurable(em);
            Instant now = dialect.now(em);
            List<AuditEvent> written = new ArrayList<>(events.size());
            for (AuditEvent event : events) {
                AuditEvent next = event.toDraft()
                        .sequence(first + written.size())
                        .recordedAt(now)
                        .toEvent();
                em.persist(EventRows.of(next));
                written.add(next);
            }
            return written;
        });
        dialect.afterCommit(database);
        return numbered;
    }

    @Override
    public List<AuditEvent> kept(Collection<UUID> ids) {
        List<EventRow> rows = database.read(
                em -> em.createQuery("select e from EventRow e where e.id in :ids order by e.sequence", EventRow.class)
                        .setParameter("ids", ids.stream().map(UUID::toString).toList())
                        .getResultList());
        if (!rows.isEmpty()) {
            database.dialect().afterCommit(database);
        }
        return rows.stream().map(EventRows::toEvent).toList();
    }

    @Override
    public void probe() {
        database.probe();
    }
}
