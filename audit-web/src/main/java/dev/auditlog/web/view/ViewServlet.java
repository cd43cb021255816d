package dev.auditlog.web.view;

import dev.auditlog.Activity;
import dev.auditlog.query.Order;
import dev.auditlog.view.Editor;
import dev.auditlog.view.View;
import dev.auditlog.view.ViewContent;
import dev.auditlog.view.Views;
import dev.auditlog.web.security.Redirect;
import dev.auditlog.web.signin.Roles;
import dev.auditlog.web.signin.SignedIn;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Takes the forms that change views, each with the code of its session, and answers with a redirect to what is then to be
 * seen, or with the page of views and why it was not done.
 */
@WebServlet("/change-view")
public class ViewServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String PAGE = "/views.xhtml";

    @Inject
    transient Views views;

    @Inject
    transient ViewChanges changes;

    @Inject
    transient SignedIn signedIn;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<ViewChange> change = change(field(request, "do"), field(request, "view"));
        if (change.isEmpty()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        boolean own = signedIn.isOwnForm(request);
        ViewOutcome outcome = own ? done(request, change.get()) : changes.forged(change.get());
        if (!outcome.eventId().isEmpty()) {
            response.setHeader("Audit-ID", outcome.eventId());
        }
        if (outcome.isDone()) {
            Redirect.send(request, response, next(change.get(), outcome.view()));
        } else if (own) {
            response.setStatus(outcome.status());
            request.setAttribute(ViewsPage.PROBLEM, outcome.problem());
            request.getRequestDispatcher(PAGE).forward(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static Optional<ViewChange> change(String word, String id) {
        return switch (word) {
            case "create" -> Optional.of(new ViewChange("Views.create", Activity.CREATE, ""));
            case "rename", "replace", "share", "unshare", "begin" -> Optional.of(
                    new ViewChange("Views." + word, Activity.UPDATE, id));
            case "delete" -> Optional.of(new ViewChange("Views.delete", Activity.DELETE, id));
            default -> Optional.empty();
        };
    }

    private ViewOutcome done(HttpServletRequest request, ViewChange change) {
        Editor editor = new Editor(signedIn.getName(), request.isUserInRole(Roles.ADMIN));
        String id = change.id();
        return switch (change.operation()) {
            case "Views.create" -> changes.make(
                    change,
                    () -> views.create(
                            editor, content(request), !field(request, "shared").isEmpty()));
            case "Views.rename" -> changes.make(change, () -> views.rename(editor, id, field(request, "name")));
            case "Views.replace" -> changes.make(change, () -> views.replace(editor, id, content(request)));
            case "Views.share" -> changes.make(change, () -> views.share(editor, id, true));
            case "Views.unshare" -> changes.make(change, () -> views.share(editor, id, false));
            case "Views.delete" -> changes.make(change, () -> views.delete(editor, id));
            default -> changes.begin(change);
        };
    }

    private static ViewContent content(HttpServletRequest request) {
        return new ViewContent(
                field(request, "name"),
                field(request, "q"),
                field(request, "from"),
                field(request, "to"),
                field(request, "order").equals("oldest") ? Order.OLDEST : Order.NEWEST);
    }

    /** A view that was made or replaced is shown; else the page of views, which says what was done. */
    private static String next(ViewChange change, Optional<View> view) {
        boolean shown =
                change.operation().equals("Views.create") || change.operation().equals("Views.replace");
        return shown && view.isPresent()
                ? ViewLink.of("", view.get().content())
                : "/views?done=" + change.operation().substring("Views.".length());
    }

    private static String field(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
