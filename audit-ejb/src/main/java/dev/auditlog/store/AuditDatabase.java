package dev.auditlog.store;

import dev.auditlog.AuditException;
import dev.auditlog.config.AuditConfig;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Access to the audit tables through the library's own persistence unit.
 *
 * <p>It connects at the first use, and again at the next use if that failed: a database that is down at start keeps no
 * application from being deployed. Safe for many threads.
 *
 * <p>Never write from a thread that may have a JTA transaction on the same pool: on some servers the write commits that
 * transaction's work, on others it is lost with its rollback. The writer has a thread of its own; the console writes
 * outside of transactions.
 */
public final class AuditDatabase implements AutoCloseable {

    private static final int TRIES = 4; // transactions that disturb each other are few, and short
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String READ_IN_TRANSACTION = "eclipselink.transaction.join-existing"; // others always do
    /** Until the transaction ends. To compile a plan takes longer than most of them run. */
    private static final String PLANS_FOR_VALUES =
            "select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('jit', 'off', true)";

    private final String what;
    private final Supplier<DataSource> lookup;
    private final Options options;
    private final @Nullable Runnable released;
    private final ReentrantLock connecting = new ReentrantLock();
    private volatile @Nullable Connected connected;
    private volatile boolean closed;

    AuditDatabase(String what, Supplier<DataSource> lookup, Options options, @Nullable Runnable released) {
        this.what = what;
        this.lookup = lookup;
        this.options = options;
        this.released = released;
    }

    /**
     * How to use a database.
     *
     * @param applySchema whether missing tables may be created
     * @param answerTimeout after which a connection is given up whose database has not answered
     */
    public record Options(boolean applySchema, Duration answerTimeout) {

        private static final Duration TO_CANCEL = Duration.ofSeconds(5);

        /** Applies the schema; answers take at most 15 s. */
        public static Options defaults() {
            return new Options(true, Duration.ofSeconds(15));
        }

        /** Returns what an application has configured. */
        public static Options of(AuditConfig config) {
            return new Options(config.schemaApply(), config.recordAnswerTimeout());
        }

        /**
         * After which a statement is cancelled by default: before its connection is given up, since a database does not
         * notice that, and a statement that waits for a lock would wait on without a client.
         */
        Duration queryTimeout() {
            Duration half = answerTimeout.dividedBy(2);
            Duration most = answerTimeout.minus(TO_CANCEL);
            return most.compareTo(half) > 0 ? most : half;
        }
    }

    /** Returns an access of its own to a datasource. */
    public static AuditDatabase open(DataSource dataSource, Options options) {
        return new AuditDatabase("the given datasource", () -> dataSource, options, null);
    }

    /**
     * Returns the access to a datasource of the server, shared by all who ask within this class loader; the last one to
     * close it ends it. Looks nothing up yet.
     *
     * @param jndiName value of {@code audit.data-source}
     * @param options of the first one to ask; those of the others are not looked at
     */
    public static AuditDatabase forDataSource(String jndiName, Options options) {
        return SharedDatabases.open(jndiName, options);
    }

    /**
     * Makes sure that the database can be written to; does nothing once it could be.
     *
     * @throws AuditException AUD-0401 to AUD-0410: what is wrong and what to do
     */
    public void connect() {
        connected();
    }

    /** How long the database may take for an answer before its connection is given up. */
    public Duration answerTimeout() {
        return options.answerTimeout();
    }

    /** Which database it is; connects if need be. */
    public Dialect dialect() {
        return connected().upkeep().dialect();
    }

    /**
     * Reads outside of a transaction; nothing that the block changes is kept.
     *
     * @throws AuditException if the database cannot be used
     * @throws PersistenceException if a statement fails or takes too long
     */
    public <T> T read(Function<EntityManager, T> block) {
        Connected database = connected();
        EntityManager em = database.factory().createEntityManager();
        try {
            return block.apply(em);
        } catch (RuntimeException e) {
            throw told(e, database);
        } finally {
            em.close();
        }
    }

    /**
     * Reads like {@link #read}, with plans that are made for the values which are asked for. In a transaction where the
     * database keeps such a setting for one only: nothing that the block changes is to be relied on.
     */
    public <T> T search(Function<EntityManager, T> block) {
        Connected database = connected();
        if (database.upkeep().dialect() != Dialect.POSTGRESQL) {
            return read(block);
        }
        EntityManager em = database.factory().createEntityManager(Map.of(READ_IN_TRANSACTION, "true"));
        try {
            Function<EntityManager, T> planned = e -> {
                e.createNativeQuery(PLANS_FOR_VALUES).getSingleResult();
                return block.apply(e);
            };
            return database.connections().searching(() -> transacted(em, database, planned));
        } finally {
            em.close();
        }
    }

    /**
     * Writes in one transaction of the database, committed when this returns and taken back when it throws; if the
     * commit itself fails, it may have happened all the same. Done again, some times, where the database asks for that.
     *
     * @param block may be run several times
     * @throws AuditException if the database cannot be used
     * @throws PersistenceException if a statement or the commit fails
     */
    public <T> T write(Function<EntityManager, T> block) {
        for (int i = 1; i < TRIES; i++) {
            try {
                return writeOnce(block);
            } catch (RuntimeException e) {
                if (!SqlErrors.isToRepeat(e)) {
                    throw e;
                }
            }
        }
        return writeOnce(block);
    }

    private <T> T writeOnce(Function<EntityManager, T> block) {
        Connected database = connected();
        EntityManager em = database.factory().createEntityManager();
        try {
            return database.connections().writing(() -> transacted(em, database, block));
        } finally {
            em.close();
        }
    }

    private <T> T transacted(EntityManager em, Connected database, Function<EntityManager, T> block) {
        EntityTransaction transaction = em.getTransaction();
        transaction.begin();
        try {
            T result = block.apply(em);
            transaction.commit();
            return result;
        } catch (RuntimeException e) {
            rollback(transaction, e);
            throw told(e, database);
        } catch (Error e) {
            rollback(transaction, e);
            throw e;
        }
    }

    /**
     * Writes by one statement that is a transaction of its own, which saves the round trip of a commit. It is kept when this
     * returns; if it fails, it may have been kept all the same.
     *
     * @param block runs one statement as a query, and that once
     * @throws AuditException if the database cannot be used
     * @throws PersistenceException if the statement fails
     */
    public <T> T writeAtOnce(Function<EntityManager, T> block) {
        return connected().connections().committing(() -> read(block));
    }

    /** Writes something that changes nothing, and throws if the database takes no writes. */
    public void probe() {
        write(em -> em.createNativeQuery("update audit_schema set applied_us = applied_us where version = 0")
                .executeUpdate());
    }

    /**
     * Does what is due once a day, and each minute while something is wrong: partitions of coming months are made, and settings
     * and rights looked at again. Returns at once while nothing is due or nobody has connected; else takes some milliseconds, at
     * most seconds where others lock the tables. Never throws: what fails is in {@link #concerns}. For several nodes at once;
     * outside of a transaction.
     */
    public void maintain() {
        Connected now = connected;
        if (now != null && !closed) {
            now.connections().committing(() -> now.upkeep().lookIfDue());
        }
    }

    /**
     * What weakens the guarantees without keeping anybody from writing, and how to mend it, for an operator: each begins
     * with its code. Empty where all is well or nobody has connected yet. Asks nothing; holds no data of events.
     */
    public List<String> concerns() {
        Connected now = connected;
        return now == null ? List.of() : now.upkeep().concerns();
    }

    /** Ends the access; whoever still uses it gets AUD-0410. */
    @Override
    public void close() {
        if (released == null) {
            end();
        } else {
            released.run();
        }
    }

    /** Closes the factory. Waits for nobody: one who is connecting finds the access closed and ends his own. */
    void end() {
        closed = true;
        Connected now = connected;
        if (now != null) {
            now.factory().close();
            now.connections().end();
        }
    }

    /** EclipseLink throws exceptions of its own where {@code find} fails. */
    private static RuntimeException told(RuntimeException failure, Connected database) {
        if (!SqlErrors.isOfTheData(failure)) {
            database.connections().doubt(failure);
        }
        boolean foreign = !(failure instanceof PersistenceException) && !(failure instanceof AuditException);
        return foreign && SqlErrors.isOfDatabase(failure) ? new PersistenceException(failure) : failure;
    }

    private static void rollback(EntityTransaction transaction, Throwable reason) {
        try {
            if (transaction.isActive()) {
                transaction.rollback();
            }
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    private Connected connected() {
        Connected now = connected;
        if (now != null && !closed) {
            return now;
        }
        lockOrRefuse();
        try {
            if (closed) {
                throw StoreMessages.closed(what);
            }
            now = connected;
            return now == null ? connectNow() : now;
        } finally {
            connecting.unlock();
        }
    }

    private void lockOrRefuse() {
        boolean locked = false;
        try {
            locked = connecting.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!locked) {
            throw StoreMessages.busy(what);
        }
    }

    private Connected connectNow() {
        LivingConnections dataSource = new LivingConnections(lookup.get(), options.answerTimeout());
        dataSource.doubt(); // the server may have filled the pool before the database went
        Upkeep upkeep = dataSource.committing(() -> prepare(dataSource));
        EntityManagerFactory factory = AuditUnit.open(dataSource, options.queryTimeout());
        try {
            factory.createEntityManager().close(); // EclipseLink connects only now
            EventBatch.prepare(factory, upkeep.dialect());
            dataSource.trust();
            Connected now = new Connected(factory, upkeep, dataSource);
            connected = now;
            if (closed) {
                throw StoreMessages.closed(what);
            }
            return now;
        } catch (RuntimeException e) {
            connected = null;
            factory.close(); // a factory that failed once stays broken
            throw e instanceof AuditException ? e : StoreMessages.noConnection(what, e);
        }
    }

    private Upkeep prepare(DataSource dataSource) {
        try {
            Dialect dialect;
            try (Connection connection = dataSource.getConnection()) {
                dialect = Dialect.of(connection);
                dialect.requireDurable(connection);
                dialect.requireCheckpoints(connection);
            }
            new Schema(dataSource, dialect).ensure(options.applySchema());
            Upkeep upkeep = new Upkeep(dataSource, dialect);
            upkeep.lookIfDue();
            return upkeep;
        } catch (SQLException e) {
            throw StoreMessages.noConnection(what, e);
        }
    }

    /** What there is once it is connected. */
    private record Connected(EntityManagerFactory factory, Upkeep upkeep, LivingConnections connections) {}
}
