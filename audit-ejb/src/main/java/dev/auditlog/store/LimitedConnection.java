package dev.auditlog.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A connection that waits for each answer of its database for so long at most. Without that a database that is frozen, or
 * gone without a word, holds the thread until TCP gives up, which may be never (ADR 0064). A connection whose answer did
 * not come is broken; it does not go back into its pool. Another one goes back with the limit that it had before.
 */
final class LimitedConnection implements InvocationHandler {

    private static final Executor SAME_THREAD = Runnable::run;

    private final Connection real;
    private final int before;
    private boolean closed;

    private LimitedConnection(Connection real, int before) {
        this.real = real;
        this.before = before;
    }

    /**
     * Limits a connection until it is closed, unless a shorter limit is set for its pool, or its driver knows none, as that of Derby's
     * network server. Costs no round trip.
     *
     * @throws SQLException if the connection is dead
     */
    static Connection of(Connection real, Duration answer) throws SQLException {
        int limit = Math.toIntExact(answer.toMillis());
        int before;
        try {
            before = real.getNetworkTimeout();
        } catch (SQLFeatureNotSupportedException e) {
            return real;
        }
        if (before > 0 && before <= limit) {
            return real;
        }
        real.setNetworkTimeout(SAME_THREAD, limit);
        return (Connection) Proxy.newProxyInstance(
                LimitedConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new LimitedConnection(real, before));
    }

    /** Lets a connection wait as its pool would: for steps that may rightly take long. */
    static void lift(Connection connection) throws SQLException {
        if (Proxy.isProxyClass(connection.getClass())
                && Proxy.getInvocationHandler(connection) instanceof LimitedConnection limited) {
            limited.real.setNetworkTimeout(SAME_THREAD, limited.before);
        }
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args) throws Throwable {
        switch (method.getName()) {
            case "close" -> {
                close();
                return null;
            }
            case "equals" -> {
                return args != null && proxy == args[0];
            }
            case "hashCode" -> {
                return System.identityHashCode(proxy);
            }
            default -> {
                return call(method, args);
            }
        }
    }

    private @Nullable Object call(Method method, Object @Nullable [] args) throws Throwable {
        try {
            return method.invoke(real, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void close() throws SQLException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            real.setNetworkTimeout(SAME_THREAD, before);
        } catch (SQLException broken) {
            drop(real);
            return;
        }
        real.close();
    }

    /** Gives a connection up: an aborted one does not go back into its pool. */
    static void drop(Connection connection) {
        try {
            connection.abort(SAME_THREAD);
        } catch (SQLException | UnsupportedOperationException e) {
            // then closing must do
        }
        try {
            connection.close();
        } catch (SQLException e) {
            // it is dead anyway
        }
    }
}
