package dev.auditlog.it.seeded;

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
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import javax.sql.DataSource;

/**
 * Runs SQL on the audit database: a POST changes rows, one statement a line and all or none, or one statement so many
 * {@code times} with an id and a number of its own; a PUT asks for rows.
 */
@WebServlet("/sql")
public class SqlServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Resource(lookup = "jdbc/audit")
    private transient DataSource audit;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try (Connection connection = audit.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            String times = request.getParameter("times");
            if (times == null) {
                for (String sql : body(request).split("\n")) {
                    statement.execute(sql);
                }
            } else {
                repeat(connection, body(request), Integer.parseInt(times));
            }
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new ServletException(e);
        }
    }

    private static void repeat(Connection connection, String sql, int times) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 1; i <= times; i++) {
                statement.setString(1, id(i));
                statement.setLong(2, i);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** A UUIDv7 of 2001-09-09T01:46:45Z. */
    private static String id(int number) {
        return String.format("00e8d4a5-2388-7000-8000-%012x", number);
    }

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        JsonArrayBuilder found = Json.createArrayBuilder();
        try (Connection connection = audit.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(body(request))) {
            while (rows.next()) {
                found.add(row(rows));
            }
        } catch (SQLException e) {
            throw new ServletException(e);
        }
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().print(found.build());
    }

    private static JsonObjectBuilder row(ResultSet rows) throws SQLException {
        JsonObjectBuilder row = Json.createObjectBuilder();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            String text = rows.getString(i);
            if (text != null) {
                row.add(rows.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT), text);
            }
        }
        return row;
    }

    private static String body(HttpServletRequest request) throws IOException {
        return new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
