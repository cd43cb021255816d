package dev.auditlog.query;

import dev.auditlog.AuditException;
import dev.auditlog.store.AuditDatabase;
import dev.auditlog.store.Dialect;
import dev.auditlog.store.SqlErrors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import java.time.Duration;
import java.util.function.Function;

/** Asks the database, as one of a number of queries at a time, and not for longer than a query may take. */
final class Asking {

    static final String TIMEOUT = "jakarta.persistence.query.timeout";

    private final AuditDatabase database;
    private final QueryGate gate;
    private final Duration timeout;

    /**
     * Uses a database.
     *
     * @param timeout of each statement; rounded up to whole seconds, since drivers take no others
     */
    Asking(AuditDatabase database, QueryGate gate, Duration timeout) {
        this.database = database;
        this.gate = gate;
        this.timeout = wholeSeconds(timeout);
    }

    private static Duration wholeSeconds(Duration length) {
        return Duration.ofSeconds(length.plusMillis(999).toSeconds());
    }

    Dialect dialect() {
        return database.dialect();
    }

    /**
     * Runs a block that reads.
     *
     * @throws AuditException in the words of a query for what the database refused, could not do, or not in time
     */
    <T> T ask(Function<EntityManager, T> block) {
        return gate.run(() -> asked(block));
    }

    /** The same for one of a long row of queries, which lets the others pass. */
    <T> T askAside(Duration patience, Function<EntityManager, T> block) {
        return gate.runAside(patience, () -> asked(block));
    }

    /** How long a query waits for its turn. */
    Duration patience() {
        return gate.patience();
    }

    private <T> T asked(Function<EntityManager, T> block) {
        try {
            return database.search(block);
        } catch (PersistenceException failure) {
            throw told(failure);
        }
    }

    /** A query with its values, which ends in time. */
    Query prepared(EntityManager em, SqlText sql) {
        return prepared(em, sql, timeout);
    }

    /** The same with a time of its own, if that is shorter. */
    Query prepared(EntityManager em, SqlText sql, Duration limit) {
        Duration rounded = wholeSeconds(limit);
        Duration shorter = rounded.compareTo(timeout) < 0 ? rounded : timeout;
        return sql.query(em).setHint(TIMEOUT, shorter.toMillis());
    }

    /** For a query of several statements, which begins now. */
    Deadline deadline() {
        return new Deadline(timeout);
    }

    long timeoutMillis() {
        return timeout.toMillis();
    }

    private AuditException told(PersistenceException failure) {
        if (SqlErrors.isTimeout(failure)) {
            return QueryMessages.timeout(timeout, failure);
        }
        if (SqlErrors.isTooComplex(failure)) {
            return QueryMessages.tooComplex();
        }
        return QueryMessages.failed(SqlErrors.describe(failure), failure);
    }
}
