package dev.auditlog.web.search;

import dev.auditlog.Activity;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Target;
import dev.auditlog.query.EventCursor;
import dev.auditlog.query.EventFinder;
import dev.auditlog.query.EventPage;
import dev.auditlog.query.EventQuery;
import dev.auditlog.query.EventTotal;
import dev.auditlog.query.Order;
import dev.auditlog.query.QuerySyntaxException;
import dev.auditlog.query.QueryTimeoutException;
import dev.auditlog.query.TimeRange;
import dev.auditlog.query.TooManyQueriesException;
import dev.auditlog.web.Frame;
import dev.auditlog.web.OwnUse;
import dev.auditlog.web.security.Redirect;
import dev.auditlog.web.text.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of events. Its address is its whole state; opening it leaves an event of its own. */
@Named
@RequestScoped
public class SearchPage extends ListAddress {

    static final int PAGE_SIZE = 50;

    @Inject
    EventFinder finder;

    @Inject
    Frame frame;

    @Inject
    OwnUse ownUse;

    @Inject
    Live live;

    private String event = "";
    private String actor = "";
    private String fromLocal = "";
    private String toLocal = "";

    private EventsLink here = new EventsLink("", "", "", "", "");
    private EventQuery query = EventQuery.all();
    private EventPage page = new EventPage(List.of(), null, null);
    private boolean found;
    private @Nullable TimeRange range;
    private @Nullable EventTotal total;
    private @Nullable Problem problem;

    private List<EventLine> lines = List.of();
    private @Nullable FilterBar filters;
    private @Nullable RangeMenu rangeMenu;
    private @Nullable Pager pager;

    /** Runs before the page is drawn: f:viewAction. */
    public void load() throws IOException {
        Words words = frame.words();
        here = new EventsLink(frame.getBase(), q.strip(), from, to, order.equals("newest") ? "" : order, cursor)
                .live(live.isAsked());
        read(words.now());
        if (problem == null && isShortForm()) {
            String target = longForm(words.zone());
            if (!target.isEmpty()) {
                redirect(target);
                return;
            }
        }
        if (problem == null) {
            find();
        }
        if (!isWithEvent()) {
            AuditEvent.Draft draft = AuditEvent.draft("Console.search").activity(Activity.READ);
            ownUse.record(
                    describe(draft.target(new Target("Event", null, null))),
                    problem == null ? 200 : problem.status(),
                    words.now());
        }
        show(words);
    }

    private void read(Instant now) {
        try {
            query = EventQuery.parse(here.q());
        } catch (QuerySyntaxException unreadable) {
            problem = Problem.query(here.q(), unreadable, frame.getLocale());
        }
        try {
            range = TimeRange.parse(from, to, now);
            query = query.within(range);
        } catch (QuerySyntaxException unreadable) {
            problem = problem == null ? Problem.parameter("range", unreadable, frame.getLocale()) : problem;
        }
        if (here.order().equals(EventsLink.OLDEST)) {
            query = query.order(Order.OLDEST);
        } else if (!here.order().isEmpty()) {
            problem = problem == null ? Problem.order(order, frame.words().texts()) : problem;
        }
    }

    private void find() {
        try {
            page = finder.page(query, EventCursor.parse(cursor), PAGE_SIZE);
            found = true;
        } catch (QuerySyntaxException badCursor) {
            problem = Problem.parameter("cursor", badCursor, frame.getLocale());
        } catch (QueryTimeoutException | TooManyQueriesException busy) {
            problem = Problem.busy(busy, frame.getLocale());
        }
        if (problem == null) {
            total = count();
        }
    }

    private @Nullable EventTotal count() {
        try {
            return finder.count(query);
        } catch (QueryTimeoutException | TooManyQueriesException busy) {
            return null; // the page says that it is not counted
        }
    }

    private void redirect(String target) {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext external = faces.getExternalContext();
        Redirect.send(
                (HttpServletRequest) external.getRequest(),
                (HttpServletResponse) external.getResponse(),
                target.substring(here.base().length()));
        faces.responseComplete();
    }

    /** The two small forms send what is then written into the query and the range. */
    private boolean isShortForm() {
        return !actor.isBlank() || !fromLocal.isEmpty() || !toLocal.isEmpty();
    }

    /** Address with all of it written out; empty where the actor's name cannot be asked for. */
    private String longForm(ZoneId zone) {
        try {
            EventsLink link = here.at("");
            if (!actor.isBlank()) {
                link = link.query(query.with("actor", actor.strip(), false).text());
            }
            return fromLocal.isEmpty() && toLocal.isEmpty()
                    ? link.url()
                    : link.range(RangeMenu.instant(fromLocal, zone), RangeMenu.instant(toLocal, zone))
                            .url();
        } catch (QuerySyntaxException notToBeAsked) {
            problem = Problem.query(here.q(), notToBeAsked, frame.getLocale());
            return "";
        }
    }

    /** Adds to the event of this look at the console what the list shows. */
    public AuditEvent.Draft describe(AuditEvent.Draft draft) {
        draft.attribute("query", here.q())
                .attribute("results", String.valueOf(page.events().size()));
        if (range != null) {
            draft.attribute("from", range.from().toString())
                    .attribute("to", range.to().toString());
        }
        return draft;
    }

    private void show(Words words) {
        Filters links = filters();
        lines = page.events().stream()
                .map(each -> EventLine.of(each, links, words))
                .toList();
        filters = FilterBar.of(links, page.events(), words.texts());
        rangeMenu = RangeMenu.of(here, range, words);
        pager = Pager.of(here, page, total, words.texts());
    }

    /** The query with the address that it stands in. */
    public Filters filters() {
        return new Filters(query, here);
    }

    /** Whether one event is to be open beside the list, which then records what is looked at: one event for both. */
    public boolean isWithEvent() {
        return found && !event.isEmpty();
    }

    public EventsLink getHere() {
        return here;
    }

    public List<EventLine> getLines() {
        return lines;
    }

    /** Whether a time of the list says its year. */
    public boolean isDated() {
        return lines.stream().anyMatch(line -> line.clock().dated());
    }

    public @Nullable FilterBar getFilters() {
        return filters;
    }

    public @Nullable RangeMenu getRange() {
        return rangeMenu;
    }

    public @Nullable Pager getPager() {
        return pager;
    }

    /** How many events the list has; null where they were not counted. */
    public @Nullable EventTotal getTotal() {
        return total;
    }

    public @Nullable Problem getProblem() {
        return problem;
    }

    /** Address of the same list in the other order. */
    public String getTurned() {
        return here.order(query.order() == Order.NEWEST ? Order.OLDEST : Order.NEWEST)
                .url();
    }

    /** Address of the same query with nothing else of this address. */
    public String getRestart() {
        return new EventsLink(here.base(), here.q(), "", "", "").url();
    }

    public boolean isOldestFirst() {
        return query.order() == Order.OLDEST;
    }

    /** Address of the same query over 30 days: what to try where nothing is found. */
    public String getWider() {
        return here.range("-30d", "").url();
    }

    /** Id of the event that is open beside the list, as the address has it; empty for none. */
    public String getEvent() {
        return event;
    }

    public void setEvent(@Nullable String value) {
        event = text(value);
    }

    public String getActor() {
        return actor;
    }

    public void setActor(@Nullable String value) {
        actor = text(value);
    }

    public String getFromLocal() {
        return fromLocal;
    }

    public void setFromLocal(@Nullable String value) {
        fromLocal = text(value);
    }

    public String getToLocal() {
        return toLocal;
    }

    public void setToLocal(@Nullable String value) {
        toLocal = text(value);
    }
}
