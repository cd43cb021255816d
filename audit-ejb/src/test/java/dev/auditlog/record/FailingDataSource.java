package dev.auditlog.record;

import dev.auditlog.store.UrlDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A datasource of which the n-th JDBC call that does something fails, before or after it was done. */
final class FailingDataSource extends UrlDataSource {

    private static final Set<String> COUNTED = Set.of(
            "getConnection",
            "prepareStatement",
            "createStatement",
            "execute",
            "executeQuery",
            "executeUpdate",
            "executeBatch",
            "commit",
            "setAutoCommit");

    private final DataSource inner;
    private final AtomicInteger calls = new AtomicInteger();
    private volatile int failAt = Integer.MAX_VALUE;
    private volatile boolean afterwards;

    FailingDataSource(DataSource inner) {
        super("", "");
        this.inner = inner;
    }

    void fail(int call, boolean afterItWasDone) {
        calls.set(0);
        afterwards = afterItWasDone;
        failAt = call;
    }

    /** Whether the call that should fail was reached. */
    boolean failed() {
        return calls.get() >= failAt;
    }

    @Override
    public Connection getConnection() throws SQLException {
        boolean fails = fails("getConnection");
        if (fails && !afterwards) {
            throw lost();
        }
        Connection real = inner.getConnection();
        if (fails) {
            real.close();
            throw lost();
        }
        return wrap(Connection.class, real);
    }

    private boolean fails(String method) {
        return COUNTED.contains(method) && calls.incrementAndGet() == failAt;
    }

    private static SQLException lost() {
        return new SQLException("connection lost", "08006");
    }

    private <T> T wrap(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> call(real, method, args)));
    }

    private Object call(Object real, Method method, Object[] args) throws Throwable {
        boolean fails = fails(method.getName());
        if (fails && !afterwards) {
            throw lost();
        }
        Object result;
        try {
            result = method.invoke(real, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
        if (fails) {
            throw lost();
        }
        if (result instanceof PreparedStatement statement) {
            return wrap(PreparedStatement.class, statement);
        }
        return result instanceof Statement statement ? wrap(Statement.class, statement) : result;
    }
}
