package dev.auditlog.store;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A pool's connections, of which dead ones are dropped. A pool without validation keeps the connections of a database
 * that has gone, and lends them out for ever after it is back (ADR 0028). So for some time after a failure each
 * connection is asked whether it lives before it is used; in quiet times nothing is asked.
 */
final class LivingConnections implements DataSource {

    private static final long DOUBT_NANOS = Duration.ofMinutes(10).toNanos();
    private static final int ANSWER_SECONDS = 2;
    private static final int TRIES = 256; // more than a pool for an audit log has

    private final DataSource pool;
    private final @Nullable DerbyConnections derby;
    private volatile boolean doubted;
    private volatile long doubtedAtNanos;

    LivingConnections(DataSource pool) {
        this.pool = pool;
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

    /** It works: nothing need be asked until the next failure. */
    void trust() {
        doubted = false;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (!doubted) {
            return open();
        }
        if (System.nanoTime() - doubtedAtNanos > DOUBT_NANOS) {
            doubted = false;
        }
        for (int i = 0; i < TRIES; i++) {
            Connection connection = open();
            if (lives(connection)) {
                return connection;
            }
            drop(connection);
        }
        throw new SQLException("The pool lends out dead connections only.", "08003");
    }

    private Connection open() throws SQLException {
        return derby == null ? pool.getConnection() : derby.open();
    }

    private static boolean lives(Connection connection) {
        try {
            return connection.isValid(ANSWER_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    /** An aborted connection does not go back into its pool. */
    private static void drop(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException | UnsupportedOperationException e) {
            // then closing must do
        }
        try {
            connection.close();
        } catch (SQLException e) {
            // it is dead anyway
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
}
