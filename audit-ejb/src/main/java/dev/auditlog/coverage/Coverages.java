package dev.auditlog.coverage;

import dev.auditlog.store.AuditDatabase;
import java.util.List;

/** The reports of all applications in a database. Safe for many threads. */
public interface Coverages {

    /** Returns those of a database, which stays the caller's to close. */
    static Coverages of(AuditDatabase database) {
        return new JpaCoverages(database);
    }

    /**
     * Puts a report into the place of the one that the same module told before on the same node. Not from a thread that may
     * have a transaction on the same pool.
     *
     * @throws RuntimeException if the database does not take it; nothing was changed then
     */
    void tell(CoverageReport report, String node);

    /**
     * Returns the newest report of each module, by application and module; at most 1,000.
     *
     * @throws RuntimeException if the database does not answer
     */
    List<ToldCoverage> all();
}
