package dev.auditlog.web.search;

import dev.auditlog.web.Frame;
import dev.auditlog.web.text.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Two links to a list: one whose range moves with the time, and one that shows for ever what is shown now. Both open the
 * event that is open beside it; drawer.js keeps them up to date.
 */
@Named
@RequestScoped
public class ShareMenu {

    private static final String DEFAULT_FROM = "-24h";

    @Inject
    SearchPage search;

    @Inject
    Frame frame;

    /** Whether there is a list to share. */
    public boolean isShown() {
        return search.getProblem() == null && from() != null && to() != null;
    }

    /** Whether the range moves with the time, so that the two links differ. */
    public boolean isMoving() {
        EventsLink here = search.getHere();
        return here.from().isEmpty() || isMoving(here.from()) || here.to().isEmpty() || isMoving(here.to());
    }

    private static boolean isMoving(String end) {
        return end.startsWith("-") || end.equalsIgnoreCase("now");
    }

    /** The list at whatever time the link is opened, from its start. */
    public String getRelative() {
        EventsLink here = search.getHere();
        boolean silent = here.from().isEmpty() && here.to().isEmpty();
        return here.range(silent ? DEFAULT_FROM : here.from(), here.to()).keeping(search.getEvent());
    }

    /** The list as it is shown now, at the same place. */
    public String getFixed() {
        EventsLink here = search.getHere();
        return here.range(String.valueOf(from()), String.valueOf(to()))
                .at(here.cursor())
                .keeping(search.getEvent());
    }

    /** What the fixed link shows, in words. */
    public String getFixedHint() {
        Words words = frame.words();
        Instant from = from();
        Instant to = to();
        return from == null || to == null
                ? ""
                : words.texts()
                        .text(
                                "share.fixed.hint",
                                words.clock(from).text(),
                                words.clock(to).text(),
                                frame.getZoneName());
    }

    private @Nullable Instant from() {
        return search.filters().query().from();
    }

    private @Nullable Instant to() {
        return search.filters().query().to();
    }
}
