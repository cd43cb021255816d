package dev.auditlog.store;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Connections to a Derby that runs in the server's own process. It keeps exceptions for ever that it made when it was
 * started, when a connection was opened and when a connection compiled its first statement, and a timer thread; with the
 * backtraces it would keep the application that happened to be first. So these three happen on a {@link BareThread}.
 */
final class DerbyConnections {

    private static final String ENGINE_CONNECTION = "org.apache.derby.iapi.jdbc.EngineConnection";
    private static final int REMEMBERED = 1000;
    private static final MethodHandle CONNECT;
    private static final MethodHandle PREPARE;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            CONNECT = lookup.findVirtual(DataSource.class, "getConnection", MethodType.methodType(Connection.class));
            PREPARE = lookup.findVirtual(
                    Connection.class, "prepareStatement", MethodType.methodType(PreparedStatement.class, String.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final BareThread bare;
    private final DataSource pool;
    private final Class<?> engineConnection;
    private volatile boolean foreign;
    private final Set<Integer> used = ConcurrentHashMap.newKeySet();

    private DerbyConnections(DataSource pool, Class<?> engineConnection) {
        this.pool = pool;
        this.engineConnection = engineConnection;
        this.bare = new BareThread(engineConnection.getClassLoader()); // Payara finds the driver by the context
    }

    /** Null where the application sees no Derby, so that there is none in the server's process that it could start. */
    static @Nullable DerbyConnections of(DataSource pool) {
        try {
            ClassLoader application = Thread.currentThread().getContextClassLoader();
            return new DerbyConnections(pool, Class.forName(ENGINE_CONNECTION, false, application));
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    /** The pool's connection; on this thread once it is known that the pool's database is another one. */
    Connection open() throws SQLException {
        if (foreign) {
            return pool.getConnection();
        }
        Connection connection = (Connection) bare.call(CONNECT.bindTo(pool));
        try {
            prepare(connection);
        } catch (SQLException e) {
            // a dead connection: whoever uses it finds out
        }
        return connection;
    }

    private void prepare(Connection connection) throws SQLException {
        if (!connection.isWrapperFor(engineConnection)) {
            foreign = true;
        } else if (isNew(connection.unwrap(engineConnection))) {
            compileFirst(connection);
        }
    }

    /**
     * By the hash code, which is the identity's: Payara unwraps to another proxy each time, and no two are equal. One in
     * millions is missed.
     */
    private boolean isNew(Object unwrapped) {
        if (used.size() >= REMEMBERED) {
            used.clear(); // to compile once more does no harm
        }
        return used.add(unwrapped.hashCode());
    }

    /** A text of its own, since one that another connection has compiled is taken from a cache. */
    private void compileFirst(Connection connection) throws SQLException {
        connection.clearWarnings();
        String text = "values " + System.nanoTime();
        ((PreparedStatement) bare.call(MethodHandles.insertArguments(PREPARE, 0, connection, text))).close();
    }

    /** Lets the thread end. */
    void end() {
        bare.end();
    }
}
