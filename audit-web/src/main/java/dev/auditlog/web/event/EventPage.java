package dev.auditlog.web.event;

import dev.auditlog.Activity;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Target;
import dev.auditlog.query.EventFinder;
import dev.auditlog.query.EventQuery;
import dev.auditlog.query.QuerySyntaxException;
import dev.auditlog.query.QueryTimeoutException;
import dev.auditlog.query.TooManyQueriesException;
import dev.auditlog.web.Frame;
import dev.auditlog.web.OwnUse;
import dev.auditlog.web.search.EventsLink;
import dev.auditlog.web.search.Filters;
import dev.auditlog.web.search.ListAddress;
import dev.auditlog.web.search.SearchPage;
import dev.auditlog.web.text.Faults;
import dev.auditlog.web.text.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One event, on a page of its own or beside its list. Opening it leaves one event, wherever it is shown. */
@Named
@RequestScoped
public class EventPage extends ListAddress {

    @Inject
    EventFinder finder;

    @Inject
    Histories histories;

    @Inject
    SearchPage search;

    @Inject
    Frame frame;

    @Inject
    OwnUse ownUse;

    private String id = "";
    private String live = "";
    private String historyCursor = "";

    private EventPlace place = new EventPlace(new EventsLink("", "", "", "", ""), false);
    private @Nullable EventView event;
    private ObjectHistory history = ObjectHistory.NONE;
    private String problem = "";

    /** For the page of its own; runs before the page is drawn: f:viewAction. */
    public void load() throws IOException {
        show(new EventPlace(listOfAddress(), false), viewing());
    }

    /** For the part beside a list that the reader's browser has already: f:viewAction. */
    public void part() throws IOException {
        show(new EventPlace(listOfAddress(), true), viewing());
    }

    /** For a list with the event beside it: f:viewAction, after the list's own, which leaves the recording to this one. */
    public void beside() throws IOException {
        if (search.isWithEvent()) {
            id = search.getEvent();
            show(new EventPlace(search.getHere(), true), search.describe(viewing()));
        }
    }

    private EventsLink listOfAddress() {
        return new EventsLink(frame.getBase(), q, from, to, order, cursor, live.equals("true"));
    }

    private AuditEvent.Draft viewing() {
        return AuditEvent.draft("Console.view").activity(Activity.READ);
    }

    private void show(EventPlace shownIn, AuditEvent.Draft draft) throws IOException {
        place = shownIn;
        Words words = frame.words();
        UUID asked = EventIds.of(id);
        id = EventIds.shown(id);
        int status = asked == null ? 404 : find(asked, words);
        ownUse.record(draft.target(new Target("Event", id, null)), status, words.now());
    }

    private int find(UUID asked, Words words) {
        try {
            AuditEvent found = finder.find(asked).orElse(null);
            if (found == null) {
                return 404;
            }
            event = EventView.of(found, place, filters(), words);
            history = histories.of(found, historyCursor, place, words);
            return 200;
        } catch (QueryTimeoutException | TooManyQueriesException busy) {
            problem = Faults.text(busy, words.texts().locale());
            return 503;
        }
    }

    /** Beside a list a value narrows that list; on a page of its own it asks for the value alone, over the list's time. */
    private Filters filters() {
        if (!place.beside()) {
            return new Filters(EventQuery.all(), place.list().query(""));
        }
        try {
            return new Filters(EventQuery.parse(place.list().q()), place.list());
        } catch (QuerySyntaxException unreadable) {
            return new Filters(EventQuery.all(), place.list().query(""));
        }
    }

    /** The event; null where there is none, or it could not be read. */
    public @Nullable EventView getEvent() {
        return event;
    }

    /** What else happened to its object. */
    public ObjectHistory getHistory() {
        return history;
    }

    /** Who has printed the event, and when: for paper alone. */
    public String getPrinted() {
        Words words = frame.words();
        return words.texts()
                .text("event.printed", words.clock(words.now()).text() + " " + words.zoneName(), frame.getName());
    }

    /** Whether an event was asked for, found or not. */
    public boolean isAsked() {
        return !id.isEmpty();
    }

    public boolean isBeside() {
        return place.beside();
    }

    /** Why the event could not be read; empty where it is only not there. */
    public String getProblem() {
        return problem;
    }

    /** What a form has to carry so that the reader finds back to the list. */
    public List<Map.Entry<String, String>> getWayBack() {
        return List.copyOf(place.list().parameters().entrySet());
    }

    /** The list from which the reader came. */
    public EventsLink getList() {
        return place.list();
    }

    /** Address of the event's own page, with the way back. */
    public String getOwnPage() {
        return place.list().base() + "/events/" + id + place.list().url().replaceFirst("^[^?]*", "");
    }

    public String getId() {
        return id;
    }

    public void setId(@Nullable String value) {
        id = text(value);
    }

    public String getLive() {
        return live;
    }

    public void setLive(@Nullable String value) {
        live = text(value);
    }

    public String getHistoryCursor() {
        return historyCursor;
    }

    public void setHistoryCursor(@Nullable String value) {
        historyCursor = text(value);
    }
}
