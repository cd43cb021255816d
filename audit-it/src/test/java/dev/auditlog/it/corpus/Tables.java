package dev.auditlog.it.corpus;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Every table of the database that the try-out left, read once: rows by the table's lower-case name. */
record Tables(Map<String, List<Map<String, String>>> rows) {

    static Tables read(String url, String user, String password) {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            Map<String, List<Map<String, String>>> rows = new TreeMap<>();
            try (ResultSet tables = connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
                while (tables.next()) {
                    String schema = tables.getString("TABLE_SCHEM");
                    String table = tables.getString("TABLE_NAME");
                    rows.put(table.toLowerCase(Locale.ROOT), rows(connection, schema + "." + table));
                }
            }
            return new Tables(rows);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Map<String, String>> rows(Connection connection, String table) throws SQLException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select * from " + table)) {
            while (result.next()) {
                Map<String, String> row = new TreeMap<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    String value = result.getString(i);
                    if (value != null) {
                        row.put(result.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT), value);
                    }
                }
                rows.add(row);
            }
        }
        return rows;
    }

    List<Map<String, String>> events() {
        return rows.get("audit_event");
    }

    /** Where any of the texts stands in a table of the audit log: all but the order desk's own. */
    List<String> find(List<String> texts) {
        List<String> found = new ArrayList<>();
        rows.forEach((table, all) -> {
            if (!table.startsWith("sample_")) {
                all.forEach(row -> row.forEach((column, value) -> texts.stream()
                        .filter(value::contains)
                        .forEach(text -> found.add(text + " in " + table + "." + column + ": " + row))));
            }
        });
        return found;
    }
}
