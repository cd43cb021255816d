package dev.auditlog.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What many write themselves on the same table: a page by OFFSET with all columns, and an exact count beside it, by plain
 * SQL on one connection.
 */
final class QueryPeer implements AutoCloseable {

    private static final int PAGE = 50;
    private static final int TIMEOUT_SECONDS = 60;

    private final Connection connection;

    QueryPeer(Database database) throws SQLException {
        connection = database.connect();
    }

    /** Page and count; returns the count. */
    long ask(String condition, long offset) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.setQueryTimeout(TIMEOUT_SECONDS);
            try (ResultSet rows = sql.executeQuery("select * from audit_event where " + condition
                    + " order by id desc offset " + offset + " rows fetch next " + PAGE + " rows only")) {
                while (rows.next()) {
                    rows.getString("request_data");
                }
            }
            try (ResultSet row = sql.executeQuery("select count(*) from audit_event where " + condition)) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
