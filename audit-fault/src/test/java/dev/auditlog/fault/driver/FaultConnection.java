package dev.auditlog.fault.driver;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** One connection and its statements; knows which of them send events. */
final class FaultConnection {

    private static final String EVENT = "insert into audit_event";
    private static final String OUTBOX = "insert into audit_outbox";
    private static final Set<String> CALLS = Set.of(
            "prepareStatement",
            "createStatement",
            "execute",
            "executeQuery",
            "executeUpdate",
            "executeBatch",
            "commit",
            "setAutoCommit");
    private static final Set<String> SENDS = Set.of("execute", "executeQuery", "executeUpdate", "executeBatch");

    private final Connection real;
    private boolean sentEvents;
    private boolean hasOutboxRow;

    FaultConnection(Connection real) {
        this.real = real;
    }

    Connection wrapped() {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Set<Point> points = points(method);
            if (method.getName().equals("commit")) {
                addCommit(points);
            }
            if (method.getName().equals("commit") || method.getName().equals("rollback")) {
                sentEvents = false;
                hasOutboxRow = false;
            }
            Object result = meet(points, () -> invoke(real, method, arguments));
            String sql = arguments != null && arguments[0] instanceof String text ? text : "";
            return result instanceof Statement statement ? wrap(statement, sql.toLowerCase(Locale.ROOT)) : result;
        });
    }

    private void addCommit(Set<Point> points) {
        if (sentEvents) {
            points.add(Point.COMMIT);
        }
        if (hasOutboxRow) {
            points.add(Point.ORDER_COMMIT);
        }
    }

    /** A commit of the business that is lost takes the connection along, or the pool would commit it by the next one. */
    private Object meet(Set<Point> points, Faults.Deed deed) throws Throwable {
        try {
            return Faults.meet(points, deed);
        } catch (SQLException e) {
            if (points.contains(Point.ORDER_COMMIT) && Faults.LOST.equals(e.getSQLState())) {
                real.abort(Runnable::run);
            }
            throw e;
        }
    }

    private Statement wrap(Statement statement, String sql) {
        boolean event = sql.contains(EVENT);
        boolean outbox = sql.contains(OUTBOX);
        return proxy(type(statement), (proxy, method, arguments) -> {
            Set<Point> points = points(method);
            if (SENDS.contains(method.getName())) {
                hasOutboxRow |= outbox;
                if (event) {
                    points.add(Point.INSERT);
                    sentEvents = true;
                    if (real.getAutoCommit()) {
                        points.add(Point.COMMIT); // the statement is the whole transaction
                    }
                }
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
