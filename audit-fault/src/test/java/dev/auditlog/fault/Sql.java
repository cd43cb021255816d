package dev.auditlog.fault;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Plain JDBC past the product. */
final class Sql {

    /** Orders may name another order, which is looked for at commit only. */
    static final String ORDERS =
            """
            create table placed_order (order_key varchar(64) primary key, parent varchar(64)
                references placed_order deferrable initially deferred)
            """;

    private Sql() {}

    static void run(String url, String statement) {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    /** Returns the one number that a query asks for. */
    static long number(String url, String query) {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement sql = connection.createStatement();
                ResultSet found = sql.executeQuery(query)) {
            found.next();
            return found.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }
}
