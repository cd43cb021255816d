package dev.auditlog.web.search;

import dev.auditlog.query.EventQuery;
import dev.auditlog.query.Order;
import dev.auditlog.query.QuerySyntaxException;
import dev.auditlog.web.Frame;
import dev.auditlog.web.OwnUse;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list that tells of new events while it is open: {@code live=true} in its address. It never moves by itself: it says
 * how many came, and shows them when it is asked to. live.js asks; without it there is a link that does the same once.
 */
@Named
@RequestScoped
public class Live {

    @Inject
    SearchPage search;

    @Inject
    Frame frame;

    private boolean asked;
    private @Nullable NewEvents fresh;

    /** Bound by f:viewParam name="live": {@code true}, or anything else for no. */
    public String getAsked() {
        return asked ? "true" : "";
    }

    public void setAsked(@Nullable String value) {
        asked = "true".equals(value);
    }

    /** Whether the address asks for it. */
    boolean isAsked() {
        return asked;
    }

    /** Whether the list tells of new events: at its start, since they come on top. */
    public boolean isOn() {
        return asked && isPossible() && search.getHere().cursor().isEmpty();
    }

    /** Whether it was asked to and cannot. */
    public boolean isInVain() {
        return asked && !isPossible();
    }

    public boolean isPossible() {
        return getWhyNot().isEmpty();
    }

    /** Why this list cannot be live; empty if it can. */
    public String getWhyNot() {
        if (search.getProblem() != null) {
            return frame.words().texts().text("live.not.problem");
        }
        EventQuery query = search.filters().query();
        if (query.order() == Order.OLDEST) {
            return frame.words().texts().text("live.not.oldest");
        }
        return endsNow(query) ? "" : frame.words().texts().text("live.not.past");
    }

    private boolean endsNow(EventQuery query) {
        String to = search.getHere().to();
        Instant end = query.to();
        return to.isEmpty() || to.equalsIgnoreCase("now") || end != null && end.isAfter(Instant.now());
    }

    /** Address of the start of this list, live or not any more. */
    public String getToggle() {
        EventsLink start = search.getHere().at("");
        return start.live(!isOn()).url();
    }

    /** Address of this list with the new events on top; what is open beside it stays so. */
    public String getFresh() {
        return search.getHere().at("").live(true).keeping(search.getEvent());
    }

    /** Address that counts what came; not the event of this very search, which nobody waits for. */
    public String getPoll() {
        EventsLink here = search.getHere();
        String q = withoutThisSearch(search.filters().query(), here.q());
        String page = here.base() + "/events";
        return here.base() + "/api/live"
                + new EventsLink(here.base(), q, fresh().since().toString(), "", "")
                        .url()
                        .substring(page.length());
    }

    /** How many of what is counted the list shows already. */
    public long getSeen() {
        return fresh().seen();
    }

    private NewEvents fresh() {
        NewEvents known = fresh;
        if (known == null) {
            List<Instant> shown = search.getLines().stream()
                    .map(line -> Instant.parse(line.clock().iso()))
                    .toList();
            Instant from = search.filters().query().from();
            known = NewEvents.of(shown, frame.words().now(), from == null ? Instant.EPOCH : from);
            fresh = known;
        }
        return known;
    }

    private static String withoutThisSearch(EventQuery query, String written) {
        String own = OwnUse.idOfThisResponse();
        try {
            return own.isEmpty() ? written : query.with("id", own, true).text();
        } catch (QuerySyntaxException full) {
            return written; // then this search is counted too
        }
    }
}
