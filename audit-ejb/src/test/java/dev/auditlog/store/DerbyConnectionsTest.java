package dev.auditlog.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.apache.derby.iapi.jdbc.EngineConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a pool that behaves as Payara's: each unwrapping makes another proxy, which equals nothing. */
class DerbyConnectionsTest {

    private static final String URL = "jdbc:derby:memory:connections";

    private final List<Connection> physical = new ArrayList<>();
    private final List<String> prepared = new ArrayList<>();

    @AfterEach
    void drop() throws SQLException {
        for (Connection connection : physical) {
            connection.close();
        }
        try {
            DriverManager.getConnection(URL + ";drop=true").close();
        } catch (SQLException dropped) {
            assertEquals("08006", dropped.getSQLState());
        }
    }

    @Test
    void open_compilesFirstOnEachPhysicalConnection_once() throws SQLException {
        connect();
        DerbyConnections connections = DerbyConnections.of(pool());
        for (int i = 0; i < 20; i++) {
            connections.open();
        }
        assertEquals(1, prepared.size(), prepared::toString);
        connect();
        for (int i = 0; i < 20; i++) {
            connections.open();
        }
        assertEquals(2, prepared.size(), prepared::toString);
        connections.end();
    }

    private void connect() throws SQLException {
        physical.add(DriverManager.getConnection(URL + ";create=true"));
    }

    /** Lends out the newest connection. */
    private DataSource pool() {
        return proxy(DataSource.class, (pool, method, arguments) -> lent(physical.get(physical.size() - 1)));
    }

    private Connection lent(Connection connection) {
        return proxy(Connection.class, (lent, method, arguments) -> {
            if (method.getName().equals("prepareStatement")) {
                prepared.add((String) arguments[0]);
            }
            return method.getName().equals("unwrap") ? unwrapped(connection) : invoke(connection, method, arguments);
        });
    }

    private static EngineConnection unwrapped(Connection connection) {
        return proxy(EngineConnection.class, (proxy, method, arguments) -> invoke(connection, method, arguments));
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
