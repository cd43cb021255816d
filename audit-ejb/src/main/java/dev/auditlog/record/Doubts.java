package dev.auditlog.record;

import dev.auditlog.AuditUnavailableException;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.TransactionOutcome;
import dev.auditlog.store.Outbox;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Finds out later how the transactions ended of which nobody knew at the end of their call. For one thread. */
final class Doubts {

    private static final int ANSWER_SECONDS = 1; // nobody waits for it, and it is asked again
    private static final long AT_A_TIME_NANOS = Duration.ofSeconds(3).toNanos(); // other work waits meanwhile

    private final Outbox outbox;
    private final OutboxEntries entries;
    private final HeldRows held;
    private final Predicate<AuditEvent> recorder;

    /**
     * Makes one.
     *
     * @param recorder returns whether an event is in the chain; throws AuditUnavailableException if the store refuses it
     */
    Doubts(Outbox outbox, OutboxEntries entries, HeldRows held, Predicate<AuditEvent> recorder) {
        this.outbox = outbox;
        this.entries = entries;
        this.held = held;
        this.recorder = recorder;
    }

    /** Asks the database about those whose pause is over, for some seconds. */
    void ask() {
        long began = System.nanoTime();
        for (OutboxEntry entry : due()) {
            if (System.nanoTime() - began > AT_A_TIME_NANOS) {
                return;
            }
            held.unlessHeld(entry, () -> decide(entry));
        }
    }

    /** Those first that were asked about in vain least often: there may be many of which a lost line left no end. */
    private List<OutboxEntry> due() {
        return entries.in(OutboxEntry.State.IN_DOUBT).stream()
                .filter(held::isDue)
                .sorted(Comparator.comparingInt(OutboxEntry::triesInVain))
                .toList();
    }

    private void decide(OutboxEntry entry) {
        AuditEvent event = entry.closed();
        if (event == null) {
            return;
        }
        if (entry.rows().stream().anyMatch(row -> outbox.holds(row, ANSWER_SECONDS))) {
            entry.left(ended(event, TransactionOutcome.COMMITTED)); // the row is there: it is moved in its order
            return;
        }
        AuditEvent rolledBack = entry.ifRolledBack();
        if (rolledBack == null || isSettled(ended(rolledBack, TransactionOutcome.ROLLED_BACK))) {
            entries.remove(entry);
        }
    }

    private static AuditEvent ended(AuditEvent event, TransactionOutcome transaction) {
        return event.toDraft().transaction(transaction).toEvent();
    }

    /** Also if the store refuses the event: the recorder has said and counted it, and there is no row to set aside. */
    private boolean isSettled(AuditEvent event) {
        try {
            return recorder.test(event);
        } catch (AuditUnavailableException refused) {
            return true;
        }
    }
}
