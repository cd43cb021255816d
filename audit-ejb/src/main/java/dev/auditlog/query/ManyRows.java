package dev.auditlog.query;

import jakarta.persistence.EntityManager;
import java.util.List;

/** Writes many rows with few statements. */
final class ManyRows {

    /** In one statement: few ways to the database. EclipseLink's time for a value grows with the number of values. */
    private static final int ROWS = 50;

    private ManyRows() {}

    /**
     * Inserts rows.
     *
     * @param table with its columns in parentheses, in the order of the rows' values
     * @param after what stands behind the rows, such as what to do where one is there already
     */
    static void insert(EntityManager em, String table, List<List<Object>> rows, String after) {
        for (int from = 0; from < rows.size(); from += ROWS) {
            SqlText sql = new SqlText().add("insert into " + table + " values ");
            String comma = "";
            for (List<Object> row : rows.subList(from, Math.min(from + ROWS, rows.size()))) {
                values(sql.add(comma), row);
                comma = ", ";
            }
            sql.add(after).update(em);
        }
    }

    private static void values(SqlText sql, List<Object> row) {
        String comma = "(";
        for (Object value : row) {
            sql.add(comma).bind(value);
            comma = ", ";
        }
        sql.add(")");
    }
}
