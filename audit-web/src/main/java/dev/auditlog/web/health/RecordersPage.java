package dev.auditlog.web.health;

import dev.auditlog.event.Target;
import dev.auditlog.query.EventQuery;
import dev.auditlog.query.QuerySyntaxException;
import dev.auditlog.web.Frame;
import dev.auditlog.web.OwnUse;
import dev.auditlog.web.search.EventsLink;
import dev.auditlog.web.text.Clock;
import dev.auditlog.web.text.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The recorders of all applications and nodes. Opening the page leaves an event of its own, and refreshing does not; while
 * no event can be kept the page is shown all the same, since it holds nothing of any event and says why. ADR 0066.
 */
@Named
@RequestScoped
public class RecordersPage {

    @Inject
    Reports reports;

    @Inject
    Frame frame;

    @Inject
    OwnUse ownUse;

    private @Nullable Report report;
    private @Nullable List<RecorderLine> lines;

    /** Runs before the page is drawn, not when it is refreshed: f:viewAction. */
    public void load() throws IOException {
        ownUse.opened("Console.recorders", new Target("Recorder", null, null));
    }

    private Report report() {
        Report known = report;
        if (known == null) {
            known = reports.now();
            report = known;
        }
        return known;
    }

    /** Those first that want to be looked at. */
    public List<RecorderLine> getLines() {
        List<RecorderLine> known = lines;
        if (known == null) {
            Words words = frame.words();
            known = report().recorders().stream()
                    .map(recorder -> RecorderLine.of(recorder, report().asOf(), words))
                    .sorted(Comparator.comparing(
                                    (RecorderLine line) -> line.mark().kind())
                            .thenComparing(RecorderLine::application)
                            .thenComparing(RecorderLine::node))
                    .toList();
            lines = known;
        }
        return known;
    }

    /** How many do not speak any more. */
    public long getSilent() {
        return getLines().stream()
                .filter(line -> line.mark().kind() == RecorderMark.Kind.SILENT)
                .count();
    }

    /** Whether the database tells of all; else only the console's own recorder is known. */
    public boolean isComplete() {
        return report().complete();
    }

    /** Whether nothing but the console itself has ever written here. */
    public boolean isAlone() {
        return isComplete() && getLines().size() == 1;
    }

    /** When the figures were read. */
    public Clock getAsOf() {
        return frame.words().clock(report().asOf());
    }

    /** Address of the events of one recorder. */
    public String link(RecorderLine line) {
        EventsLink all = new EventsLink(frame.getBase(), "", "", "", "");
        try {
            return all.query(EventQuery.all()
                            .with("application", line.application(), false)
                            .with("node", line.node(), false)
                            .text())
                    .url();
        } catch (QuerySyntaxException notToBeAsked) {
            return all.url();
        }
    }
}
