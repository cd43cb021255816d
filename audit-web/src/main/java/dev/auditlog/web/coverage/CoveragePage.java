package dev.auditlog.web.coverage;

import dev.auditlog.coverage.CoverageReport;
import dev.auditlog.coverage.Coverages;
import dev.auditlog.coverage.ToldCoverage;
import dev.auditlog.event.Target;
import dev.auditlog.web.Frame;
import dev.auditlog.web.OwnUse;
import dev.auditlog.web.text.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which resource methods of all applications are audited, as they told it. Opening the page leaves an event.
 */
@Named
@RequestScoped
public class CoveragePage {

    private static final System.Logger LOG = System.getLogger(CoveragePage.class.getName());

    /** So many rows a browser shows without a delay; who has more narrows. */
    private static final int MOST = 500;

    @Inject
    Coverages coverages;

    @Inject
    Frame frame;

    @Inject
    OwnUse ownUse;

    private String q = "";
    private String application = "";
    private String show = "";
    private List<ToldCoverage> told = List.of();
    private boolean complete = true;

    /** Runs before the page is drawn: f:viewAction. */
    public void load() throws IOException {
        ownUse.opened("Console.coverage", new Target("Coverage", null, null));
        try {
            told = coverages.all();
        } catch (RuntimeException away) {
            LOG.log(Level.DEBUG, "The reports of coverage cannot be read", away);
            complete = false;
        }
    }

    /** What is asked for. */
    public CoverageFilter getHere() {
        return new CoverageFilter(frame.getBase(), q, application, Show.of(show));
    }

    /** The applications in question, summed up. */
    public List<ModuleLine> getModules() {
        Words words = frame.words();
        return reports().map(t -> ModuleLine.of(t, getHere(), words)).toList();
    }

    /** Names of all applications, for the choice. */
    public List<String> getApplications() {
        return Stream.concat(told.stream().map(t -> t.report().application()), Stream.of(application))
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /** The methods that are asked for; not more than a page takes. */
    public List<CoverageLine> getLines() {
        return reports()
                .map(ToldCoverage::report)
                .flatMap(this::lines)
                .limit(MOST)
                .toList();
    }

    private Stream<CoverageLine> lines(CoverageReport report) {
        Words words = frame.words();
        return report.methods().stream()
                .filter(getHere()::takes)
                .map(covered -> CoverageLine.of(report, covered, frame.getBase(), words.texts()));
    }

    private Stream<ToldCoverage> reports() {
        return told.stream().filter(t -> getHere().takes(t.report()));
    }

    private long methods(boolean asked) {
        return reports()
                .flatMap(t -> t.report().methods().stream())
                .filter(m -> !asked || getHere().takes(m))
                .count();
    }

    /** How many methods are shown, and of how many. */
    public String getCount() {
        long asked = methods(true);
        return frame.words()
                .texts()
                .text(asked > MOST ? "coverage.cut" : "coverage.count", Math.min(asked, MOST), methods(false), asked);
    }

    /** The choices of what is shown, as links. */
    public List<Choice> getChoices() {
        Show now = getHere().show();
        return Stream.of(Show.values())
                .map(s -> new Choice(
                        s.key(),
                        frame.words().texts().text("coverage.show." + s.key()),
                        getHere().showing(s).url(),
                        s == now))
                .toList();
    }

    /** A choice of what is shown. */
    public record Choice(String key, String text, String url, boolean current) {}

    /** Whether the database has answered. */
    public boolean isComplete() {
        return complete;
    }

    /** Whether any application has told anything. */
    public boolean isNothingTold() {
        return complete && told.isEmpty();
    }

    public boolean isFiltered() {
        return !getHere().isOff();
    }

    public String getQ() {
        return q;
    }

    public void setQ(String q) {
        this.q = q == null ? "" : q;
    }

    public String getApplication() {
        return application;
    }

    public void setApplication(String application) {
        this.application = application == null ? "" : application;
    }

    public String getShow() {
        return show;
    }

    public void setShow(String show) {
        this.show = show == null ? "" : show;
    }
}
