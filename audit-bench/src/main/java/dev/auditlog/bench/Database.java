package dev.auditlog.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The database that all variants share. */
interface Database extends AutoCloseable {

    /** For the tables. */
    String name();

    /** Class of the driver. */
    String driver();

    /** As the pool gets it. */
    String url();

    /** Who connects. */
    default String user() {
        return "postgres";
    }

    /** The password of who connects. */
    default String password() {
        return "postgres";
    }

    /** Opens a connection; the caller closes it. */
    default Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), user(), password());
    }

    /** Process of the database; 0 if it lives in the server's own. */
    long pid();

    /** Transactions so far: all that were committed, and those that wrote; both 0 where that is not counted. */
    Transactions transactions();

    @Override
    void close();

    /** Returns the one number that a query asks for. */
    default long number(String query) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(query, failed);
        }
    }

    /**
     * Counts.
     *
     * @param committed commits, of those that only read too
     * @param wrote transactions that changed a row
     */
    record Transactions(long committed, long wrote) {}
}
