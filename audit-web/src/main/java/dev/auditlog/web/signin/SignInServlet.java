package dev.auditlog.web.signin;

import dev.auditlog.AuditUnavailableException;
import dev.auditlog.config.AuditConfig;
import dev.auditlog.web.security.Redirect;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Shows the sign-in form, and takes it. A plain form: it works without scripts and before there is a session. */
@WebServlet(ConsolePaths.SIGN_IN)
public class SignInServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String PAGE = "/signin.xhtml";
    private static final int TOO_MANY_REQUESTS = 429; // RFC 6585
    private static final int MAX_FIELD = 1024;

    @Inject
    transient Users users;

    @Inject
    transient SignInEvents events;

    @Inject
    transient FormToken formToken;

    @Inject
    transient ClientAddress address;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        show(request, response, null);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!formToken.accepts(request, request.getParameter("token"))) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            show(request, response, SignInProblem.of(SignInProblem.Kind.STALE_FORM));
            return;
        }
        String name = field(request, "name").strip();
        char[] password = field(request, "password").toCharArray();
        Attempt attempt =
                users.check(request, new BasicCredentials(name, password), address.of(request), ConsoleUser.FORM);
        try {
            if (attempt.isOk()) {
                enter(request, response, attempt.signedIn());
            } else {
                refuse(request, response, attempt, name);
            }
        } catch (AuditUnavailableException notRecorded) { // what cannot be recorded is not done
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            show(request, response, SignInProblem.of(SignInProblem.Kind.UNAVAILABLE));
        }
    }

    private void enter(HttpServletRequest request, HttpServletResponse response, ConsoleUser user) {
        response.setHeader("Audit-ID", events.succeeded(user));
        ConsoleSession.open(
                request, user, formToken.freshNonce(), AuditConfig.current().consoleSessionTimeout());
        SessionCookie.complete(request, response);
        String to = ReturnPath.checked(request.getParameter("to"));
        Redirect.send(request, response, user.mustChange() ? ConsolePaths.PASSWORD : to);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Attempt attempt, String name)
            throws ServletException, IOException {
        int status = statusOf(attempt.result());
        response.setHeader("Audit-ID", events.refused(attempt, name, users.isKnown(name), ConsoleUser.FORM, status));
        response.setStatus(status);
        if (attempt.result() == Attempt.Result.THROTTLED) {
            response.setHeader("Retry-After", Long.toString(RetryAfter.seconds(attempt.delay())));
        }
        show(request, response, SignInProblem.of(attempt));
    }

    private static int statusOf(Attempt.Result result) {
        return switch (result) {
            case THROTTLED -> TOO_MANY_REQUESTS;
            case UNAVAILABLE -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
            default -> HttpServletResponse.SC_FORBIDDEN; // no 401: no scheme that a browser could answer it with
        };
    }

    private void show(HttpServletRequest request, HttpServletResponse response, @Nullable SignInProblem problem)
            throws ServletException, IOException {
        request.setAttribute(SignInPage.TOKEN, formToken.issue(request, response));
        request.setAttribute(SignInPage.PROBLEM, problem);
        request.getRequestDispatcher(PAGE).forward(request, response);
    }

    private static String field(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null || value.length() > MAX_FIELD ? "" : value;
    }
}
