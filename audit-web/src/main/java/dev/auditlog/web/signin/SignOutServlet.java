package dev.auditlog.web.signin;

import dev.auditlog.web.security.Redirect;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Ends the session. Only by POST from a page of this session, so that no other site can sign anybody out. */
@WebServlet(ConsolePaths.SIGN_OUT)
public class SignOutServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient SignInEvents events;

    @Inject
    transient Visitors visitors;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<ConsoleUser> user = visitors.signedIn(request);
        if (user.isPresent()) {
            String token = request.getParameter("token");
            if (token == null
                    || !FormToken.isOwnSite(request)
                    || !FormToken.same(ConsoleSession.tokenOf(request), token)) {
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
                return;
            }
            response.setHeader("Audit-ID", events.signedOut(user.get()));
            ConsoleSession.close(request);
        }
        Redirect.send(request, response, ConsolePaths.SIGN_IN);
    }
}
