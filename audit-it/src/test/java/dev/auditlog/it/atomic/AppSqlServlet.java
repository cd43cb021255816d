package dev.auditlog.it.atomic;

import jakarta.annotation.Resource;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Runs SQL: a POST changes, a PUT gives the first number of a query. {@code on=audit} asks the audit database. */
@WebServlet("/app-sql")
public class AppSqlServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Resource(lookup = "jdbc/app")
    private transient DataSource app;

    @Resource(lookup = "jdbc/audit")
    private transient DataSource audit;

    private DataSource asked(HttpServletRequest request) {
        return "audit".equals(request.getParameter("on")) ? audit : app;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try (Connection connection = asked(request).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(body(request));
        } catch (SQLException e) {
            throw new ServletException(e);
        }
    }

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try (Connection connection = asked(request).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(body(request))) {
            rows.next();
            response.getWriter().print(rows.getLong(1));
        } catch (SQLException e) {
            throw new ServletException(e);
        }
    }

    private static String body(HttpServletRequest request) throws IOException {
        return new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
