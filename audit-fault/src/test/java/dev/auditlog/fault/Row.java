package dev.auditlog.fault;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** An event in the database, read by plain JDBC. */
record Row(
        String id,
        String correlation,
        String operation,
        int status,
        String outcome,
        String transaction,
        String chain,
        long sequence) {

    private static final String ALL =
            "select id, correlation_id, operation, status, outcome, tx_outcome, chain, seq from audit_event";

    static List<Row> all(String url) {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(ALL)) {
            List<Row> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(new Row(
                        found.getString(1),
                        String.valueOf(found.getString(2)),
                        found.getString(3),
                        found.getInt(4),
                        found.getString(5),
                        found.getString(6),
                        found.getString(7),
                        found.getLong(8)));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
