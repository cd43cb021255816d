package dev.auditlog.fault.app;

import dev.auditlog.fault.driver.Effect;
import dev.auditlog.fault.driver.Faults;
import dev.auditlog.fault.driver.Point;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Arms a fault of the driver, and tells how often it has happened. */
@WebServlet("/faults")
public class FaultServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        Faults.arm(
                Point.valueOf(request.getParameter("point")),
                Effect.valueOf(request.getParameter("effect")),
                Integer.parseInt(request.getParameter("at")),
                Integer.parseInt(request.getParameter("times")));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print(Faults.happened());
    }
}
