package dev.auditlog.capture;

import dev.auditlog.AuditException;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.record.OutboxRelay;
import dev.auditlog.record.RelayStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Keeps what it is told in memory. */
final class FakeRelay implements OutboxRelay {

    final List<AuditEvent> staged = new ArrayList<>();
    final List<AuditEvent> recorded = new ArrayList<>();
    final List<AuditEvent> doubted = new ArrayList<>();
    final Set<UUID> takenBack = new TreeSet<>();
    final List<UUID> asked = new ArrayList<>();
    Boolean committed = true;
    AuditException fault;
    AuditException refusal;
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
    public void stage(AuditEvent event) {
        if (refusal != null) {
            throw refusal;
        }
        staged.add(event);
    }

    @Override
    public void committing(UUID id) {
        // has no turns
    }

    @Override
    public void rolledBack(UUID id) {
        takenBack.add(id);
    }

    @Override
    public Boolean isCommitted(UUID id) {
        asked.add(id);
        return committed;
    }

    @Override
    public void record(AuditEvent event) {
        recorded.add(event);
    }

    @Override
    public void passBy(UUID id) {
        // has no turns
    }

    @Override
    public void leaveInDoubt(AuditEvent event, boolean keptIfRolledBack) {
        doubted.add(event);
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
