package dev.auditlog.web.coverage;

import dev.auditlog.Data;
import dev.auditlog.Outcomes;
import dev.auditlog.coverage.CoverageReport;
import dev.auditlog.coverage.CoveredMethod;
import dev.auditlog.coverage.Terms;
import dev.auditlog.query.EventQuery;
import dev.auditlog.query.QuerySyntaxException;
import dev.auditlog.web.search.EventsLink;
import dev.auditlog.web.text.Texts;

/**
 * One resource method as the page shows it.
 *
 * @param application whose it is
 * @param verb HTTP method
 * @param path from the server's root on; empty where it depends on the call
 * @param name class and method, as in the operation
 * @param type the whole name of its class
 * @param mark whether it is audited
 * @param why on what grounds
 * @param events its events; empty operation where it leaves none
 * @param terms how it is audited, in words; empty where it is not
 */
public record CoverageLine(
        String application,
        String verb,
        String path,
        String name,
        String type,
        CoverageMark mark,
        String why,
        Events events,
        String terms) {

    private static final String MONTH = "-30d";

    /** The link to a method's events. */
    public record Events(String operation, String url, String title) {}

    static CoverageLine of(CoverageReport report, CoveredMethod covered, String base, Texts texts) {
        String path = covered.method().path();
        Terms terms = covered.terms();
        return new CoverageLine(
                report.application(),
                covered.method().verb(),
                path == null ? "" : report.module() + path,
                covered.method().shortName(),
                covered.method().type(),
                CoverageMark.of(covered, texts),
                why(covered, texts),
                terms == null ? new Events("", "", "") : events(report.application(), terms.operation(), base, texts),
                terms == null ? "" : words(terms, texts));
    }

    /** The developer's own words where there are some. */
    private static String why(CoveredMethod covered, Texts texts) {
        String reason = covered.reason();
        return reason == null || reason.isBlank() ? texts.text("coverage.grounds." + covered.grounds()) : reason;
    }

    private static String words(Terms terms, Texts texts) {
        return String.join(
                " · ",
                texts.text("activity." + terms.activity()),
                texts.text(terms.outcomes() == Outcomes.ALL ? "coverage.outcomes.ALL" : "coverage.outcomes.SUCCESS"),
                texts.text(terms.data() == Data.REQUEST ? "coverage.data.REQUEST" : "coverage.data.NONE"),
                texts.text("guarantee." + terms.guarantee()));
    }

    private static Events events(String application, String operation, String base, Texts texts) {
        String title = texts.text("coverage.events.link", operation);
        EventsLink all = new EventsLink(base, "", MONTH, "", "");
        try {
            EventQuery query =
                    EventQuery.all().with("application", application, false).with("operation", operation, false);
            return new Events(operation, all.query(query.text()).url(), title);
        } catch (QuerySyntaxException notToBeAsked) {
            return new Events(operation, all.url(), title);
        }
    }
}
