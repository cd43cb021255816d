package dev.auditlog.query;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import javax.sql.DataSource;

/** A datasource that keeps the time limit of each prepared statement that is executed as a query, in seconds. */
final class TimeLimits {

    private TimeLimits() {}

    static DataSource watching(DataSource source, List<Integer> limits) {
        return proxy(DataSource.class, (p, method, args) -> {
            Object result = call(source, method, args);
            return result instanceof Connection connection ? connection(connection, limits) : result;
        });
    }

    /** Keeps the text of each statement that is prepared instead. */
    static DataSource reading(DataSource source, List<String> statements) {
        return proxy(DataSource.class, (p, method, args) -> {
            Object result = call(source, method, args);
            return result instanceof Connection connection ? reading(connection, statements) : result;
        });
    }

    private static Connection reading(Connection connection, List<String> statements) {
        return proxy(Connection.class, (p, method, args) -> {
            if (method.getName().equals("prepareStatement")) {
                statements.add(args[0].toString());
            }
            return call(connection, method, args);
        });
    }

    private static Connection connection(Connection connection, List<Integer> limits) {
        return proxy(Connection.class, (p, method, args) -> {
            Object result = call(connection, method, args);
            return result instanceof PreparedStatement statement && !isSetting(args)
                    ? statement(statement, limits)
                    : result;
        });
    }

    /** What a transaction begins with asks about no event. */
    private static boolean isSetting(Object[] args) {
        return args[0].toString().contains("set_config");
    }

    private static PreparedStatement statement(PreparedStatement statement, List<Integer> limits) {
        return proxy(PreparedStatement.class, (p, method, args) -> {
            if (method.getName().equals("executeQuery")) {
                limits.add(statement.getQueryTimeout());
            }
            return call(statement, method, args);
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(TimeLimits.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
