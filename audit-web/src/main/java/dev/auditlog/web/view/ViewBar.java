package dev.auditlog.web.view;

import dev.auditlog.view.View;
import dev.auditlog.view.ViewContent;
import dev.auditlog.view.Views;
import dev.auditlog.web.Frame;
import dev.auditlog.web.search.Filters;
import dev.auditlog.web.search.SearchPage;
import dev.auditlog.web.signin.Roles;
import dev.auditlog.web.text.Texts;
import dev.auditlog.web.text.Visible;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The views above a list, as links. */
@Named
@RequestScoped
public class ViewBar {

    @Inject
    Views views;

    @Inject
    SearchPage search;

    @Inject
    Frame frame;

    @Inject
    HttpServletRequest request;

    private @Nullable List<ViewItem> saved;

    /** All events, and the views that come with the console. */
    public List<ViewItem> getShipped() {
        Filters filters = search.filters();
        Texts texts = frame.words().texts();
        List<ViewItem> items = new ArrayList<>();
        items.add(item("all", "", filters, texts));
        for (ShippedView view : ShippedView.values()) {
            items.add(item(view.key(), view.query(frame.zone()), filters, texts));
        }
        return items;
    }

    private ViewItem item(String key, String query, Filters filters, Texts texts) {
        boolean on = search.getProblem() == null && filters.query().text().equals(query);
        String url = ViewLink.explicit(filters.here().query(query).url());
        return new ViewItem(key, texts.text("view." + key), query, url, on, false);
    }

    /** The views that this person has saved, and those that others share. */
    public List<ViewItem> getSaved() {
        List<ViewItem> known = saved;
        if (known == null) {
            known = views.seenBy(frame.getName()).stream().map(this::item).toList();
            saved = known;
        }
        return known;
    }

    private ViewItem item(View view) {
        ViewContent content = view.content();
        boolean own = view.owner().equals(frame.getName());
        Texts texts = frame.words().texts();
        String whose = own
                ? texts.text(view.shared() ? "view.ownShared" : "view.private")
                : texts.text("view.sharedBy", Visible.of(view.owner()));
        return new ViewItem(
                view.id(),
                Visible.of(content.name()),
                whose,
                ViewLink.of(frame.getBase(), content),
                isOn(content),
                own || request.isUserInRole(Roles.ADMIN));
    }

    private boolean isOn(ViewContent content) {
        return search.getProblem() == null
                && search.filters().query().text().equals(content.query())
                && search.getFrom().equals(content.from())
                && search.getTo().equals(content.to())
                && search.filters().query().order() == content.order();
    }

    /** Those of them that this person may let show something else. */
    public List<ViewItem> getChangeable() {
        return getSaved().stream().filter(ViewItem::changeable).toList();
    }

    /** The saved view that the list shows; empty for none. */
    public String getCurrent() {
        Optional<ViewItem> current = getSaved().stream().filter(ViewItem::on).findFirst();
        return current.map(ViewItem::text).orElse("");
    }
}
