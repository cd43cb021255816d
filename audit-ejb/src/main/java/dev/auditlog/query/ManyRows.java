package dev.auditlog.query;

import jakarta.persistence.EntityManager;
import java.util.List;

/** Rows to be written into a table, each with a value for each of its columns: texts and numbers. */
record ManyRows(String table, List<String> columns, List<List<Object>> rows) {

    /**
     * Inserts them into a table of PostgreSQL in one statement with an array for each column. With a place for each value
     * EclipseLink would take longer for a thousand values than the database, as it looks each one up among all others.
     *
     * @param conflict what is done where a row is there already
     */
    void insertAtOnce(EntityManager em, String conflict) {
        if (rows.isEmpty()) {
            return;
        }
        SqlText sql = new SqlText().add("insert into " + target() + " select * from unnest");
        String comma = "(";
        for (int column = 0; column < columns.size(); column++) {
            boolean numbers = rows.get(0).get(column) instanceof Number;
            sql.add(comma).add("cast(").bind(array(column, numbers)).add(numbers ? " as bigint[])" : " as text[])");
            comma = ", ";
        }
        sql.add(") " + conflict).update(em);
    }

    private Object array(int column, boolean numbers) {
        return numbers
                ? rows.stream()
                        .map(row -> ((Number) row.get(column)).longValue())
                        .toArray(Long[]::new)
                : rows.stream().map(row -> (String) row.get(column)).toArray(String[]::new);
    }

    /** Inserts them one by one, into a table of any database. */
    void insertEach(EntityManager em) {
        for (List<Object> row : rows) {
            SqlText sql = new SqlText().add("insert into " + target() + " values ");
            String comma = "(";
            for (Object value : row) {
                sql.add(comma).bind(value);
                comma = ", ";
            }
            sql.add(")").update(em);
        }
    }

    private String target() {
        return table + " (" + String.join(", ", columns) + ")";
    }
}
