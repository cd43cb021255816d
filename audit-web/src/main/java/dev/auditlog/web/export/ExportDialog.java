package dev.auditlog.web.export;

import dev.auditlog.query.EventFinder;
import dev.auditlog.query.EventQuery;
import dev.auditlog.query.EventTotal;
import dev.auditlog.query.Order;
import dev.auditlog.query.QuerySyntaxException;
import dev.auditlog.query.QueryTimeoutException;
import dev.auditlog.query.TimeRange;
import dev.auditlog.query.TooManyQueriesException;
import dev.auditlog.web.Frame;
import dev.auditlog.web.search.SearchPage;
import dev.auditlog.web.signin.Roles;
import dev.auditlog.web.text.Faults;
import dev.auditlog.web.text.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks what an export shall be: beside the list, whose events it takes, and on a page of its own for browsers without
 * scripts. Nothing is exported here, and nothing that the list does not say is shown, so looking leaves no event.
 */
@Named
@RequestScoped
public class ExportDialog {

    @Inject
    SearchPage search;

    @Inject
    EventFinder finder;

    @Inject
    Frame frame;

    @Inject
    HttpServletRequest request;

    private @Nullable Leaving leaving;
    private String problem = "";

    /** Reads what the page of its own is asked for: f:viewAction. */
    public void load() {
        Words words = frame.words();
        try {
            EventQuery query = EventQuery.parse(parameter("q"))
                    .within(TimeRange.parse(parameter("from"), parameter("to"), words.now()))
                    .order(parameter("order").equals("oldest") ? Order.OLDEST : Order.NEWEST);
            leaving = isAllowed() ? Leaving.of(query, count(query), words) : null;
        } catch (QuerySyntaxException unreadable) {
            problem = Faults.text(unreadable, frame.getLocale());
            FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(400);
        }
    }

    private @Nullable EventTotal count(EventQuery query) {
        try {
            return finder.count(query);
        } catch (QueryTimeoutException | TooManyQueriesException busy) {
            return null; // said in words
        }
    }

    /** Whether this person may export. */
    public boolean isAllowed() {
        return request.isUserInRole(Roles.EXPORTER);
    }

    /** Whether the list has a button for it. */
    public boolean isOffered() {
        return isAllowed() && search.getProblem() == null;
    }

    /** What would leave; null where that cannot be read. */
    public @Nullable Leaving getLeaving() {
        if (leaving == null && problem.isEmpty() && isOffered()) {
            leaving = Leaving.of(search.filters().query(), search.getTotal(), frame.words());
        }
        return leaving;
    }

    /** Address of the page of its own, for what the list shows. */
    public String getPage() {
        return search.getHere().at("").address("/export", Map.of());
    }

    /** Why the question cannot be read; empty if it can. */
    public String getProblem() {
        return problem;
    }

    private String parameter(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }
}
