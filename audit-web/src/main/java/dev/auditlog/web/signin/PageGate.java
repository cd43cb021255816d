package dev.auditlog.web.signin;

import dev.auditlog.Auditor;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Outcome;
import dev.auditlog.web.security.Redirect;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets only those see a page who may: leads to the sign-in page and back, to the password page where the password must
 * be changed, and refuses, with an event, the pages of the admin to all others and forms that another site has sent.
 *
 * <p>A filter and no constraint in {@code web.xml}, since those are refused before the call can leave an event.
 */
public class PageGate implements Filter {

    @Inject
    Visitors visitors;

    @Inject
    SignedIn signedIn;

    @Inject
    Auditor auditor;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        String path = http.getServletPath() + (http.getPathInfo() == null ? "" : http.getPathInfo());
        if (ConsolePaths.isOpen(path)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<ConsoleUser> user = visitors.signedIn(http);
        String detour = detour(http, path, user.orElse(null));
        if (detour != null) {
            send(http, answer, detour);
        } else if (isForged(http)
                || ConsolePaths.isForAdmin(path) && !user.orElseThrow().has(Roles.ADMIN)) {
            refuse(http, answer, path);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** A form that, as the browser says, another site has sent. Without that word the state of the view protects it. */
    private static boolean isForged(HttpServletRequest request) {
        return request.getMethod().equals("POST") && !FormToken.isOwnSite(request);
    }

    /** Where the browser has to go instead; null if nowhere. */
    private static @Nullable String detour(HttpServletRequest request, String path, @Nullable ConsoleUser user) {
        if (user == null) {
            return ReturnPath.signInFor(wanted(request, path));
        }
        if (user.mustChange() && !ConsolePaths.isPassword(path)) {
            return ConsolePaths.PASSWORD;
        }
        return ConsolePaths.isHome(path) ? ReturnPath.HOME : null;
    }

    private static String wanted(HttpServletRequest request, String path) {
        if (ConsolePaths.isHome(path) || ConsolePaths.isSignIn(path)) {
            return ReturnPath.HOME;
        }
        String query = request.getQueryString();
        return query == null || !request.getMethod().equals("GET") ? path : path + "?" + query;
    }

    /** Faces asks in the background for parts of a page: it follows a redirect only if it is told so in XML. */
    private static void send(HttpServletRequest request, HttpServletResponse response, String local)
            throws IOException {
        if (!"partial/ajax".equals(request.getHeader("Faces-Request"))) {
            Redirect.send(request, response, local);
            return;
        }
        response.setContentType("text/xml");
        response.setCharacterEncoding("UTF-8");
        String url = Redirect.reference(request, local).replace("&", "&amp;").replace("\"", "&quot;");
        response.getWriter()
                .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\"" + url
                        + "\"></redirect></partial-response>");
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        String id = auditor.record(signedIn.named(AuditEvent.draft("Console.open")
                .outcome(Outcome.DENIED)
                .status(HttpServletResponse.SC_FORBIDDEN)
                .target("Page", path)));
        response.setHeader("Audit-ID", id);
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
}
