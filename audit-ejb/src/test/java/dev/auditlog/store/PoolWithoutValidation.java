package dev.auditlog.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** A pool that takes back whatever it is given, dead or alive; only an aborted connection does not come back. */
final class PoolWithoutValidation extends UrlDataSource {

    private final DataSource database;
    private final Deque<Connection> free = new ConcurrentLinkedDeque<>();
    private final List<Connection> all = new CopyOnWriteArrayList<>();

    PoolWithoutValidation(DataSource database) {
        super("", "");
        this.database = database;
    }

    /** Ends all physical connections, as a database that stops does. */
    void killAll() throws SQLException {
        for (Connection connection : all) {
            connection.close();
        }
    }

    /** How many physical connections there were. */
    int made() {
        return all.size();
    }

    /** How many wait to be lent out. */
    int free() {
        return free.size();
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection real = free.poll();
        if (real == null) {
            real = database.getConnection();
            all.add(real);
        }
        return handle(real);
    }

    private Connection handle(Connection real) {
        boolean[] gone = new boolean[1];
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                    switch (method.getName()) {
                        case "close" -> {
                            if (!gone[0]) {
                                free.push(real);
                            }
                            gone[0] = true;
                            return null;
                        }
                        case "abort" -> {
                            gone[0] = true;
                            return null;
                        }
                        default -> {
                            return call(real, method, args);
                        }
                    }
                });
    }

    private static Object call(Connection real, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(real, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
