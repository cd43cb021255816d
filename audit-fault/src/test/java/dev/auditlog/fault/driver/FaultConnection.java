package dev.auditlog.fault.driver;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** One connection and its statements; knows which of them send events. */
final class FaultConnection {

    private static final String EVENT = "insert into audit_event";
    private static final Set<String> CALLS = Set.of(
            "prepareStatement",
            "createStatement",
            "execute",
            "executeQuery",
            "executeUpdate",
            "executeBatch",
            "commit",
            "setAutoCommit");
    private static final Set<String> SENDS = Set.of("execute", "executeUpdate", "executeBatch");

    private final Connection real;
    private boolean sentEvents;

    FaultConnection(Connection real) {
        this.real = real;
    }

    Connection wrapped() {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Set<Point> points = points(method);
            if (method.getName().equals("commit") && sentEvents) {
                points.add(Point.COMMIT);
            }
            if (method.getName().equals("commit") || method.getName().equals("rollback")) {
                sentEvents = false;
            }
            Object result = Faults.meet(points, () -> invoke(real, method, arguments));
            String sql = arguments != null && arguments[0] instanceof String text ? text : "";
            return result instanceof Statement statement ? wrap(statement, sql) : result;
        });
    }

    private Statement wrap(Statement statement, String sql) {
        boolean event = sql.toLowerCase(Locale.ROOT).startsWith(EVENT);
        return proxy(type(statement), (proxy, method, arguments) -> {
            Set<Point> points = points(method);
            if (event && SENDS.contains(method.getName())) {
                points.add(Point.INSERT);
                sentEvents = true;
            }
            return Faults.meet(points, () -> invoke(statement, method, arguments));
        });
    }

    private static Class<? extends Statement> type(Statement statement) {
        if (statement instanceof CallableStatement) {
            return CallableStatement.class;
        }
        return statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
    }

    private static Set<Point> points(Method method) {
        return CALLS.contains(method.getName()) ? Faults.call() : EnumSet.noneOf(Point.class);
    }

    private static Object invoke(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(FaultConnection.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
