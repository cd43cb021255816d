package dev.auditlog.web.event;

import dev.auditlog.Activity;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Target;
import dev.auditlog.query.EventFinder;
import dev.auditlog.query.EventQuery;
import dev.auditlog.query.QueryTimeoutException;
import dev.auditlog.query.TooManyQueriesException;
import dev.auditlog.web.Frame;
import dev.auditlog.web.OwnUse;
import dev.auditlog.web.search.EventsLink;
import dev.auditlog.web.search.Filters;
import dev.auditlog.web.text.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The page of one event. Opening it leaves an event of its own. */
@Named
@RequestScoped
public class EventPage {

    @Inject
    EventFinder finder;

    @Inject
    Frame frame;

    @Inject
    OwnUse ownUse;

    private String id = "";
    private String q = "";
    private String from = "";
    private String to = "";
    private String cursor = "";

    private EventsLink list = new EventsLink("", "", "", "", "");
    private @Nullable EventView event;
    private String problem = "";

    /** Runs before the page is drawn: f:viewAction. */
    public void load() throws IOException {
        Words words = frame.words();
        list = new EventsLink(frame.getBase(), q, from, to, cursor);
        int status = find(words);
        ownUse.record(
                AuditEvent.draft("Console.view").activity(Activity.READ).target(new Target("Event", id, null)),
                status,
                words.now());
    }

    private int find(Words words) {
        try {
            // links on this page ask for the value alone, over the time that the list had
            Filters filters = new Filters(EventQuery.all(), list.query(""));
            event = finder.find(UUID.fromString(id))
                    .map(found -> EventView.of(found, filters, words))
                    .orElse(null);
            return event == null ? 404 : 200;
        } catch (IllegalArgumentException noId) {
            return 404;
        } catch (QueryTimeoutException | TooManyQueriesException busy) {
            problem = busy.getMessage();
            return 503;
        }
    }

    /** The event; null where there is none, or it could not be read. */
    public @Nullable EventView getEvent() {
        return event;
    }

    /** Why the event could not be read; empty where it is only not there. */
    public String getProblem() {
        return problem;
    }

    /** Address of the list from which the reader came. */
    public String getBack() {
        return list.url();
    }

    public String getId() {
        return id;
    }

    public void setId(@Nullable String value) {
        id = text(value);
    }

    public String getQ() {
        return q;
    }

    public void setQ(@Nullable String value) {
        q = text(value);
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String value) {
        from = text(value);
    }

    public String getTo() {
        return to;
    }

    public void setTo(@Nullable String value) {
        to = text(value);
    }

    public String getCursor() {
        return cursor;
    }

    public void setCursor(@Nullable String value) {
        cursor = text(value);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
