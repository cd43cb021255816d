package dev.auditlog.web.event;

import dev.auditlog.web.security.Redirect;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;

/** Leads {@code /events/{id}} to the page of one event: Faces maps pages by name, not by a part of their path. */
@WebServlet(name = "EventAddress", urlPatterns = "/events/*")
public class EventAddress extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String path = request.getPathInfo();
        if (path == null || path.length() < 2) {
            Redirect.send(request, response, "/events");
            return;
        }
        request.getRequestDispatcher("/event?id=" + idIn(path)).forward(request, response);
    }

    /** The page says what is wrong with an id that is none, so such a path leads there too, as "none". */
    private static String idIn(String path) {
        try {
            return UUID.fromString(path.substring(1)).toString();
        } catch (IllegalArgumentException noId) {
            return "none";
        }
    }
}
