package dev.auditlog.web.view;

import dev.auditlog.view.Views;
import dev.auditlog.web.Frame;
import dev.auditlog.web.search.EventsLink;
import dev.auditlog.web.security.Redirect;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** Leads whoever opens the list without saying what to show to the view that this person has chosen for that. */
@Named
@RequestScoped
public class DefaultView {

    @Inject
    Views views;

    @Inject
    Frame frame;

    /** Runs before the list is asked for: f:viewAction. */
    public void lead() {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext external = faces.getExternalContext();
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        if (request.getQueryString() != null) {
            return;
        }
        address().ifPresent(url -> {
            Redirect.send(
                    request,
                    (HttpServletResponse) external.getResponse(),
                    url.substring(frame.getBase().length()));
            faces.responseComplete();
        });
    }

    private Optional<String> address() {
        String key = views.defaultOf(frame.getName());
        if (key.isEmpty()) {
            return Optional.empty();
        }
        return ShippedView.of(key)
                .map(view -> new EventsLink(frame.getBase(), view.query(frame.zone()), "", "", "").url())
                .or(() -> views.seenBy(frame.getName()).stream()
                        .filter(view -> view.id().equals(key))
                        .map(view -> ViewLink.of(frame.getBase(), view.content()))
                        .findFirst());
    }
}
