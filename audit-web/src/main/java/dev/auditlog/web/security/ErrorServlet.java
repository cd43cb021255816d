package dev.auditlog.web.security;

import dev.auditlog.web.text.Texts;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Answers where a page ended in an error: in the look of the product, without a trace of the inside. It uses neither
 * Faces nor the database, since it must work when these do not.
 */
@WebServlet("/error")
public class ErrorServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(ErrorServlet.class.getName());

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean asked = request.getDispatcherType() != DispatcherType.ERROR; // somebody typed the address
        Integer told = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = asked ? HttpServletResponse.SC_NOT_FOUND : told == null ? 500 : told;
        Throwable thrown = asked ? null : (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        ErrorKind kind = ErrorKind.of(status, thrown);
        String reference = kind == ErrorKind.INTERNAL ? logged(thrown) : "";
        response.setStatus(kind.status(status));
        if (kind == ErrorKind.UNAVAILABLE) {
            response.setHeader("Retry-After", "5");
        }
        boolean api = isApi(request);
        response.setContentType(api ? "application/problem+json" : "text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        if (!request.getMethod().equals("HEAD")) {
            int shown = kind.status(status);
            response.getWriter()
                    .write(
                            api
                                    ? ErrorText.problem(shown, kind, reference)
                                    : ErrorText.page(new Texts(request), request.getContextPath(), kind, reference));
        }
    }

    private static boolean isApi(HttpServletRequest request) {
        Object wanted = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return wanted != null
                && wanted.toString().contains(request.getServletContext().getContextPath() + "/api/");
    }

    private static String logged(@Nullable Throwable thrown) {
        String reference = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, SecurityMessages.pageFailed(reference), thrown);
        return reference;
    }
}
