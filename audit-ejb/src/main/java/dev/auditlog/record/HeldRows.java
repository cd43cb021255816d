package dev.auditlog.record;

import dev.auditlog.AuditException;
import dev.auditlog.store.SqlErrors;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/**
 * Rows that a transaction holds which nobody ends: its client may be gone, and the database may not know it for hours. They
 * are tried again later, each time after a longer pause, and hold nobody else up. For one thread. ADR 0094.
 */
final class HeldRows {

    private static final System.Logger LOG = System.getLogger(HeldRows.class.getName());

    private final String application;
    private final OutboxEntries entries;
    private final Consumer<String> failures;

    HeldRows(String application, OutboxEntries entries, Consumer<String> failures) {
        this.application = application;
        this.entries = entries;
        this.failures = failures;
    }

    /** Whether a failure is of a wait for others, and says nothing about the outbox as a whole. */
    static boolean isOfAWait(AuditException failure) {
        return SqlErrors.isTimeout(failure) || SqlErrors.isConflict(failure);
    }

    /** Whether the entry's pause is over. */
    boolean isDue(OutboxEntry entry) {
        return entry.isDue(entries.nanos());
    }

    /** Does what needs the entry's rows; if a transaction holds them, they get a pause. */
    void unlessHeld(OutboxEntry entry, Runnable step) {
        try {
            step.run();
        } catch (AuditException e) {
            if (!isOfAWait(e)) {
                throw e;
            }
            String words = RecordMessages.rowsHeld(application, entry.event());
            failures.accept(words);
            LOG.log(entry.triesInVain() == 0 ? Level.WARNING : Level.DEBUG, words);
            entry.triedInVain(entries.nanos());
        }
    }
}
