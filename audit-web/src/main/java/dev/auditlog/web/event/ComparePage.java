package dev.auditlog.web.event;

import dev.auditlog.Activity;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Target;
import dev.auditlog.query.EventFinder;
import dev.auditlog.query.QueryTimeoutException;
import dev.auditlog.query.TooManyQueriesException;
import dev.auditlog.web.Frame;
import dev.auditlog.web.OwnUse;
import dev.auditlog.web.search.EventsLink;
import dev.auditlog.web.search.ListAddress;
import dev.auditlog.web.text.Faults;
import dev.auditlog.web.text.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Two events side by side. Looking at them leaves one event, which names both. */
@Named
@RequestScoped
public class ComparePage extends ListAddress {

    private static final String WHOLE = "event";
    private static final String INLINE = "inline";

    @Inject
    EventFinder finder;

    @Inject
    Frame frame;

    @Inject
    OwnUse ownUse;

    private String a = "";
    private String b = "";
    private String of = "";
    private String view = "";
    private String live = "";

    private EventPlace place = new EventPlace(new EventsLink("", "", "", "", ""), true);
    private @Nullable Comparison comparison;
    private String problem = "";

    /** Runs before the page is drawn: f:viewAction. */
    public void load() throws IOException {
        Words words = frame.words();
        boolean isLive = live.equals("true");
        place = new EventPlace(new EventsLink(frame.getBase(), q, from, to, order, cursor, isLive), true);
        a = EventIds.shown(a);
        b = EventIds.shown(b);
        int status = compare(words);
        AuditEvent.Draft draft = AuditEvent.draft("Console.compare")
                .activity(Activity.READ)
                .target(new Target("Event", a, null))
                .attribute("with", b);
        ownUse.record(draft, status, words.now());
    }

    private int compare(Words words) {
        try {
            Optional<AuditEvent> one = find(a);
            Optional<AuditEvent> other = find(b);
            if (one.isEmpty() || other.isEmpty()) {
                return 404;
            }
            boolean none = !Comparison.hasData(one.get()) && !Comparison.hasData(other.get());
            boolean whole = of.isEmpty() ? none : of.equals(WHOLE);
            comparison = Comparison.of(one.get(), other.get(), whole, place, words);
            return 200;
        } catch (QueryTimeoutException | TooManyQueriesException busy) {
            problem = Faults.text(busy, words.texts().locale());
            return 503;
        }
    }

    private Optional<AuditEvent> find(String id) {
        UUID known = EventIds.of(id);
        return known == null ? Optional.empty() : finder.find(known);
    }

    /** Null where one of the events is not there, or could not be read. */
    public @Nullable Comparison getComparison() {
        return comparison;
    }

    /** Why the events could not be read; empty where one is only not there. */
    public String getProblem() {
        return problem;
    }

    /** Address of the list with the second event open, from which the reader came. */
    public String getBack() {
        UUID known = EventIds.of(b);
        return known == null ? place.list().url() : place.event(known);
    }

    public boolean isInline() {
        return view.equals(INLINE);
    }

    public String getData() {
        return url("data", view);
    }

    public String getWhole() {
        return url(WHOLE, view);
    }

    public String getSideBySide() {
        return url(of, "");
    }

    public String getOneBelowTheOther() {
        return url(of, INLINE);
    }

    /** Says how many equal lines are not shown. */
    public String leftOut(DiffLine gap) {
        return frame.words().texts().text("compare.gap", gap.oldNumber());
    }

    private String url(String compared, String shown) {
        Map<String, String> more = new LinkedHashMap<>();
        more.put("a", a);
        more.put("b", b);
        more.put("of", compared);
        more.put("view", shown);
        return place.list().address("/compare", more);
    }

    public String getA() {
        return a;
    }

    public void setA(@Nullable String value) {
        a = text(value);
    }

    public String getB() {
        return b;
    }

    public void setB(@Nullable String value) {
        b = text(value);
    }

    public String getOf() {
        return of;
    }

    public void setOf(@Nullable String value) {
        of = text(value);
    }

    public String getView() {
        return view;
    }

    public void setView(@Nullable String value) {
        view = text(value);
    }

    public String getLive() {
        return live;
    }

    public void setLive(@Nullable String value) {
        live = text(value);
    }
}
