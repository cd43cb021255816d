package dev.auditlog.it.app;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Opens gates and tells how often a method ran. Not audited. */
@WebServlet("/control")
public class ControlServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String gate = request.getParameter("open");
        if (gate != null) {
            Gates.open(gate);
        }
        response.getWriter().print(Gates.runs(String.valueOf(request.getParameter("runs"))));
    }
}
