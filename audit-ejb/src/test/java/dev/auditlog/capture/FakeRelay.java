package dev.auditlog.capture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.AuditException;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.record.OutboxRelay;
import dev.auditlog.record.RelayStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Keeps what it is told in memory. */
final class FakeRelay implements OutboxRelay {

    final List<AuditEvent> staged = new ArrayList<>();
    final Set<UUID> rows = new TreeSet<>();
    final List<AuditEvent> recorded = new ArrayList<>();
    final List<AuditEvent> doubted = new ArrayList<>();
    final List<AuditEvent> doubtedIfRolledBack = new ArrayList<>();
    final Set<UUID> takenBack = new TreeSet<>();
    final List<UUID> asked = new ArrayList<>();
    Boolean committed = true;
    AuditException fault;
    AuditException refusal;
    AuditException lost;
    boolean independent;
    boolean needed;

    @Override
    public void needed() {
        needed = true;
    }

    @Override
    public void start() {
        // has no thread
    }

    @Override
    public AuditException fault() {
        return fault;
    }

    @Override
    public boolean isIndependent() {
        return independent;
    }

    @Override
    public void stage(UUID row, AuditEvent event) {
        if (refusal != null) {
            throw refusal;
        }
        assertTrue(rows.add(row), "a row's id is used once");
        staged.add(event);
    }

    @Override
    public void committing(UUID event) {
        // has no turns
    }

    @Override
    public void rolledBack(UUID event) {
        takenBack.add(event);
    }

    @Override
    public Set<UUID> committed(Collection<UUID> ids) {
        asked.addAll(ids);
        if (committed == null) {
            return null;
        }
        return committed ? Set.copyOf(ids) : Set.of();
    }

    @Override
    public void record(AuditEvent event) {
        if (lost != null) {
            throw lost;
        }
        recorded.add(event);
    }

    @Override
    public void passBy(UUID event) {
        // has no turns
    }

    @Override
    public void leaveInDoubt(AuditEvent ifCommitted, AuditEvent ifRolledBack) {
        doubted.add(ifCommitted);
        if (ifRolledBack != null) {
            doubtedIfRolledBack.add(ifRolledBack);
        }
    }

    @Override
    public RelayStatus status() {
        return new RelayStatus(needed, new RelayStatus.Rows(staged.size(), 0, 0, 0), null, null, null, null);
    }

    @Override
    public void close() {
        // has no thread
    }
}
