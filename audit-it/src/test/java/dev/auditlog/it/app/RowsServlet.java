package dev.auditlog.it.app;

import jakarta.annotation.Resource;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;

/** Reads the audit table by plain JDBC, independent of the library's own queries: what is really in the columns. */
@WebServlet("/rows")
public class RowsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Set<String> COLUMNS = Set.of("correlation_id", "operation", "id", "parent_id");

    private static final Set<String> NO_TABLE = Set.of("42Y07", "42X05", "42P01");

    @Resource(lookup = "jdbc/audit")
    private transient DataSource audit;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String column = request.getParameter("column");
        if (column != null && !COLUMNS.contains(column)) {
            throw new ServletException("not a column to search by: " + column);
        }
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        try {
            response.getWriter().print(rows(column, request.getParameter("value")));
        } catch (SQLException e) {
            if (isNoTable(e)) {
                response.getWriter().print("[]");
                return;
            }
            throw new ServletException(e);
        }
    }

    /** The library makes its tables while the application starts; a pool may wrap what the database says. */
    private static boolean isNoTable(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && NO_TABLE.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private String rows(String column, String value) throws SQLException {
        String sql =
                "select * from audit_event" + (column == null ? "" : " where cast(" + column + " as varchar(200)) = ?");
        try (Connection connection = audit.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            if (column != null) {
                query.setString(1, value);
            }
            try (ResultSet rows = query.executeQuery()) {
                JsonArrayBuilder found = Json.createArrayBuilder();
                while (rows.next()) {
                    found.add(row(rows));
                }
                return found.build().toString();
            }
        }
    }

    private static JsonObjectBuilder row(ResultSet rows) throws SQLException {
        JsonObjectBuilder row = Json.createObjectBuilder();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            String text = rows.getString(i);
            if (text != null) {
                row.add(rows.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT), text);
            }
        }
        return row;
    }
}
