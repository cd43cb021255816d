package dev.auditlog.fault;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

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

    /** Lets a server have the database that this process opened. */
    static void shutDownDerby(String url) {
        try (Connection none = DriverManager.getConnection(url + ";shutdown=true", "postgres", "postgres")) {
            throw new IllegalStateException("not shut down: " + none);
        } catch (SQLException e) {
            if (!"08006".equals(e.getSQLState())) { // it always throws
                throw new IllegalStateException(url, e);
            }
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

    /** Returns the first column of a query's rows. */
    static List<String> column(String url, String query) {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement sql = connection.createStatement();
                ResultSet found = sql.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (found.next()) {
                values.add(found.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }
}
