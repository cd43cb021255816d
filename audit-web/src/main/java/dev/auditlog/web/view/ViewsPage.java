package dev.auditlog.web.view;

import dev.auditlog.event.Target;
import dev.auditlog.view.View;
import dev.auditlog.view.ViewContent;
import dev.auditlog.view.Views;
import dev.auditlog.web.Frame;
import dev.auditlog.web.OwnUse;
import dev.auditlog.web.search.EventsLink;
import dev.auditlog.web.signin.Roles;
import dev.auditlog.web.text.Texts;
import dev.auditlog.web.text.Visible;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The page on which views are renamed, shared, removed, and chosen to begin with. */
@Named
@RequestScoped
public class ViewsPage {

    /** Request attribute with the reason why a change was refused. */
    static final String PROBLEM = ViewsPage.class.getName() + ".problem";

    private static final Set<String> DONE = Set.of("rename", "share", "unshare", "delete", "begin");

    @Inject
    Views views;

    @Inject
    Frame frame;

    @Inject
    OwnUse ownUse;

    @Inject
    HttpServletRequest request;

    private @Nullable List<Row> rows;
    private @Nullable String begin;

    /**
     * A view with what may be done to it.
     *
     * @param id what forms call it
     * @param raw its name as it is kept, for the field
     * @param query empty for every event
     * @param range in words
     * @param begin whether this person's list begins with it
     */
    public record Row(
            String id,
            String name,
            String raw,
            String url,
            String query,
            String range,
            String whose,
            boolean shared,
            boolean changeable,
            boolean begin) {}

    /** Runs before the page is drawn: f:viewAction. A change that was refused has an event of its own. */
    public void load() throws IOException {
        if (getProblem().isEmpty()) {
            ownUse.opened("Console.views", new Target("View", null, null));
        }
    }

    /** The views that come with the console. */
    public List<Row> getShipped() {
        Texts texts = frame.words().texts();
        return Arrays.stream(ShippedView.values())
                .map(view -> {
                    String query = view.query(frame.zone());
                    String name = texts.text("view." + view.key());
                    String url = new EventsLink(frame.getBase(), query, "", "", "").url();
                    return new Row(view.key(), name, name, url, query, "", "", true, false, isBegin(view.key()));
                })
                .toList();
    }

    /** The own views, and those that others share. */
    public List<Row> getRows() {
        List<Row> known = rows;
        if (known == null) {
            known = views.seenBy(frame.getName()).stream().map(this::row).toList();
            rows = known;
        }
        return known;
    }

    private Row row(View view) {
        ViewContent content = view.content();
        Texts texts = frame.words().texts();
        boolean own = view.owner().equals(frame.getName());
        return new Row(
                view.id(),
                Visible.of(content.name()),
                content.name(),
                ViewLink.of(frame.getBase(), content),
                Visible.of(content.query()),
                range(content, texts),
                own ? "" : texts.text("view.sharedBy", Visible.of(view.owner())),
                view.shared(),
                own || request.isUserInRole(Roles.ADMIN),
                isBegin(view.id()));
    }

    private static String range(ViewContent content, Texts texts) {
        boolean untilNow = content.to().isEmpty() || content.to().equals("now");
        String from = content.from().isEmpty() ? "-24h" : content.from();
        return texts.optional("range." + from.substring(1))
                .filter(word -> untilNow && from.startsWith("-"))
                .orElseGet(() ->
                        Visible.of(from) + " – " + (untilNow ? texts.text("range.now") : Visible.of(content.to())));
    }

    private boolean isBegin(String key) {
        return key.equals(getBegin());
    }

    /** What this person's list begins with; empty for all events. */
    public String getBegin() {
        String known = begin;
        if (known == null) {
            known = views.defaultOf(frame.getName());
            begin = known;
        }
        return known;
    }

    /** Why a change was refused; empty where none was. */
    public String getProblem() {
        return request.getAttribute(PROBLEM) instanceof String problem ? problem : "";
    }

    /** What was done; empty where nothing was. */
    public String getDone() {
        String word = request.getParameter("done");
        return word != null && DONE.contains(word) && getProblem().isEmpty()
                ? frame.words().texts().text("views.done." + word)
                : "";
    }
}
