package dev.auditlog.web.event;

import dev.auditlog.web.security.Redirect;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Leads {@code /events/{id}} to the page of one event: Faces maps pages by name, not by a part of their path. */
@WebServlet(name = "EventAddress", urlPatterns = "/events/*")
public class EventAddress extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** A parameter that asks for the event without the page around it. */
    private static final String PART = "part";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String path = request.getPathInfo();
        if (path == null || path.length() < 2) {
            Redirect.send(request, response, "/events");
            return;
        }
        String page = request.getParameter(PART) == null ? "/event" : "/part";
        request.getRequestDispatcher(page + "?id=" + EventIds.shown(path.substring(1)))
                .forward(request, response);
    }
}
