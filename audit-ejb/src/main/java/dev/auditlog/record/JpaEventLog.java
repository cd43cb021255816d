package dev.auditlog.record;

import dev.auditlog.store.AuditDatabase;
import dev.auditlog.store.ChainClaim;
import dev.auditlog.store.ChainHold;
import dev.auditlog.store.Chains;
import dev.auditlog.store.Dialect;
import dev.auditlog.store.EventBatch;
import dev.auditlog.store.EventRow;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The chain's events in the audit database. */
final class JpaEventLog implements EventLog {

    private final AuditDatabase database;
    private final Settings settings;
    private final Instant started = Instant.now();

    JpaEventLog(AuditDatabase database, Settings settings) {
        this.database = database;
        this.settings = settings;
    }

    @Override
    public ChainClaim claim(String node, @Nullable Instant waitedFor) {
        Dialect dialect = database.dialect();
        ChainHold asked = new ChainHold(settings.application(), node, 0);
        ChainClaim claim = database.write(em -> {
            Chains.Lease lease = new Chains.Lease(dialect.begin(em, database.answerTimeout()), settings.lease());
            return Chains.claim(em, asked, Holder.self().text(), waitedFor, lease);
        });
        dialect.afterCommit(database);
        return claim;
    }

    @Override
    public long lastSequence(ChainHold hold) {
        return database.read(em -> Chains.lastSequence(em, hold));
    }

    @Override
    public void append(ChainHold hold, long last, List<EventRow> rows) {
        EventBatch.Times times = new EventBatch.Times(settings.lease(), database.answerTimeout());
        EventBatch.append(database, hold, last, rows, times);
        database.dialect().afterCommit(database);
    }

    @Override
    public List<EventRow> kept(Collection<UUID> ids) {
        List<EventRow> rows = database.read(
                em -> em.createQuery("select e from EventRow e where e.id in :ids order by e.sequence", EventRow.class)
                        .setParameter("ids", ids.stream().map(UUID::toString).toList())
                        .getResultList());
        if (!rows.isEmpty()) {
            database.dialect().afterCommit(database);
        }
        return rows;
    }

    @Override
    public void probe() {
        database.probe();
    }

    @Override
    public List<String> concerns() {
        return database.concerns();
    }

    @Override
    public void beat(ChainHold hold, String figures, boolean last) {
        Dialect dialect = database.dialect();
        database.write(em -> {
            Instant now = dialect.begin(em, database.answerTimeout());
            Chains.renew(em, hold, last ? Instant.EPOCH : now.plus(settings.lease()));
            Chains.beat(em, hold, new Chains.Beat(started, now), figures, last);
            return hold;
        });
        if (!last) {
            database.maintain();
        }
    }
}
