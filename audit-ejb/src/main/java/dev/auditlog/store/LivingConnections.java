package dev.auditlog.store;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A pool's connections, of which dead ones are dropped. A pool without validation keeps the connections of a database
 * that has gone, and lends them out for ever after it is back (ADR 0028). So for some time after a failure each
 * connection is asked whether it lives before it is used; in quiet times nothing is asked. After a write was refused because
 * nothing may be written there, one that is to write is asked that too: it may lead to a standby, or keep a setting of the
 * time in which it was opened, and a pool would lend it out for ever.
 *
 * <p>Nobody waits for ever (ADR 0064): what comes over a network is a {@link LimitedConnection}, and where the pool may not
 * have one at hand, after a failure or a pause, it is asked through an {@link Opener}.
 */
final class LivingConnections implements DataSource {

    private static final long DOUBT_NANOS = Duration.ofMinutes(10).toNanos();
    private static final String NO_CONNECTION = "08001";
    private static final int ANSWER_SECONDS = 2;
    private static final int TRIES = 256; // more than a pool for an audit log has
    private static final int DROPPED_AT_ONCE = 8; // after each refused write: no more, since new ones may be no better
    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

    private final DataSource pool;
    private final Duration answer;
    private final @Nullable DerbyConnections derby;
    private final Opener opener = new Opener();
    private final ThreadLocal<Use> use = new ThreadLocal<>();
    private final AtomicInteger toDrop = new AtomicInteger();
    private volatile boolean doubted;
    private volatile long doubtedAtNanos;
    private volatile @Nullable Boolean remote;
    private volatile long openedAtNanos;
    private volatile long openedBy;

    /**
     * Makes a view of a pool.
     *
     * @param answer how long the database may take for an answer, and the pool for a connection
     */
    LivingConnections(DataSource pool, Duration answer) {
        this.pool = pool;
        this.answer = answer;
        this.derby = DerbyConnections.of(pool);
    }

    /** Lets go of what it has beside the pool. */
    void end() {
        if (derby != null) {
            derby.end();
        }
    }

    /** Something failed that may be a connection's fault. */
    void doubt() {
        doubtedAtNanos = System.nanoTime();
        doubted = true;
    }

    /** The same, and what failed. */
    void doubt(Throwable failure) {
        if (SqlErrors.isOfReadOnly(failure)) {
            toDrop.set(DROPPED_AT_ONCE);
        }
        doubt();
    }

    /** It works: nothing need be asked until the next failure. */
    void trust() {
        doubted = false;
        toDrop.set(0);
    }

    /**
     * Runs something whose connections commit each statement by itself, whatever the pool, or who had them before, has
     * left them with. Not for a thread that may have a JTA transaction.
     */
    <T> T committing(Supplier<T> block) {
        return using(Use.COMMITTING, block);
    }

    /**
     * Runs something whose connections are to take writes, and in which nothing is that somebody else has left. Not for a thread that
     * may have a JTA transaction.
     */
    <T> T writing(Supplier<T> block) {
        return using(Use.WRITING, block);
    }

    /** Runs something that reads in a transaction, and in which nothing is that somebody else has left; as {@link #writing}. */
    <T> T searching(Supplier<T> block) {
        return using(Use.SEARCHING, block);
    }

    private <T> T using(Use what, Supplier<T> block) {
        Use before = use.get();
        use.set(what);
        try {
            return block.get();
        } finally {
            if (before == null) {
                use.remove();
            } else {
                use.set(before);
            }
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = living();
        openedAtNanos = System.nanoTime();
        openedBy = Thread.currentThread().getId();
        try {
            if (use.get() != null && !connection.getAutoCommit()) {
                connection.rollback(); // or switching, or our own commit, would commit what was left
                connection.setAutoCommit(true);
            }
            return isRemote(connection) ? LimitedConnection.of(connection, answer) : connection;
        } catch (SQLException dead) {
            LimitedConnection.drop(connection);
            throw dead;
        }
    }

    private Connection living() throws SQLException {
        if (!doubted) {
            return open();
        }
        long now = System.nanoTime();
        if (now - doubtedAtNanos > DOUBT_NANOS) {
            trust();
        }
        for (int i = 0; i < TRIES && System.nanoTime() - now < answer.toNanos(); i++) {
            Connection connection = open();
            if (lives(connection) && mayStay(connection)) {
                return connection;
            }
            LimitedConnection.drop(connection);
        }
        throw new SQLException("The pool lends out dead connections only.", "08003");
    }

    private Connection open() throws SQLException {
        return Boolean.FALSE.equals(remote) || isAtWork() ? pooled() : opener.open(this::pooled, answer);
    }

    /** A writer under load is spared the change of threads: a moment ago it had a connection that worked. */
    private boolean isAtWork() {
        return !doubted
                && openedBy == Thread.currentThread().getId()
                && System.nanoTime() - openedAtNanos < PAUSE_NANOS;
    }

    /** Whatever the pool throws, or does not say: nothing was sent, and that is how it must look. */
    private Connection pooled() throws SQLException {
        try {
            return derby == null ? pool.getConnection() : derby.open();
        } catch (SQLException e) {
            throw e.getSQLState() == null ? new SQLException(e.getMessage(), NO_CONNECTION, e) : e;
        } catch (RuntimeException e) {
            throw new SQLException(e.getMessage(), NO_CONNECTION, e);
        }
    }

    private boolean isRemote(Connection connection) throws SQLException {
        Boolean known = remote;
        if (known == null) {
            known = Dialect.isRemote(connection);
            remote = known;
        }
        return known;
    }

    private static boolean lives(Connection connection) {
        try {
            return connection.isValid(ANSWER_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    /** One that takes no writes is used all the same where so many have been dropped: then none of them does. */
    private boolean mayStay(Connection connection) {
        try {
            return use.get() == null
                    || use.get() == Use.SEARCHING
                    || toDrop.get() <= 0
                    || !isRemote(connection)
                    || !isReadOnly(connection)
                    || toDrop.getAndDecrement() <= 0;
        } catch (SQLException e) {
            return false;
        }
    }

    private static boolean isReadOnly(Connection connection) throws SQLException {
        int before = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, ANSWER_SECONDS * 1000);
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("show transaction_read_only")) {
            return row.next() && row.getString(1).equals("on");
        } finally {
            connection.setNetworkTimeout(Runnable::run, before);
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return pool.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        pool.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        pool.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return pool.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return pool.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return pool.isWrapperFor(type);
    }

    /** What this thread needs a connection for; none for reading without a transaction. */
    private enum Use {
        SEARCHING,
        WRITING,
        COMMITTING
    }
}
