package dev.auditlog.it.app;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Servlets that forward to, or include, a resource; and one that does neither. */
public final class DispatchServlets {

    private DispatchServlets() {}

    /** Forwards. */
    @WebServlet("/forward")
    public static class Forward extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            request.getRequestDispatcher("/api/ends/things/5").forward(request, response);
        }
    }

    /** Includes twice between texts of its own. */
    @WebServlet("/include")
    public static class Include extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            response.setContentType("text/plain");
            response.getOutputStream().print("before ");
            request.getRequestDispatcher("/api/ends/entity").include(request, response);
            response.getOutputStream().print(" after");
        }
    }

    /** Answers itself. */
    @WebServlet("/servlet")
    public static class Plain extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print("a servlet");
        }
    }
}
