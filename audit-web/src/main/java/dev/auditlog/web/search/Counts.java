package dev.auditlog.web.search;

import dev.auditlog.query.Division;
import dev.auditlog.query.EventCounter;
import dev.auditlog.query.EventQuery;
import dev.auditlog.query.Facet;
import dev.auditlog.query.QuerySyntaxException;
import dev.auditlog.query.QueryTimeoutException;
import dev.auditlog.query.TooManyQueriesException;
import dev.auditlog.web.Frame;
import dev.auditlog.web.text.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The numbers around a list: when its events happened, and what they have in common. Counted when they are first shown. */
@Named
@RequestScoped
public class Counts {

    private static final int BARS = 60;

    @Inject
    EventCounter counter;

    @Inject
    SearchPage search;

    @Inject
    Frame frame;

    private boolean counted;
    private @Nullable TimeBars bars;
    private List<FacetGroup> facets = List.of();

    /** Null where nothing can be counted, or the database has no time for it. */
    public @Nullable TimeBars getBars() {
        count();
        return bars;
    }

    /** Empty where nothing can be counted, or the database has no time for it. */
    public List<FacetGroup> getFacets() {
        count();
        return facets;
    }

    private void count() {
        if (counted || search.getProblem() != null) {
            return;
        }
        counted = true;
        Filters links = search.filters();
        Words words = frame.words();
        bars = orNull(query -> TimeBars.of(counter.histogram(query, Division.about(BARS, words.zone())), links, words));
        List<FacetGroup> found = orNull(query -> counter.facets(query, EnumSet.allOf(Facet.class)).stream()
                .filter(counts -> !counts.values().isEmpty())
                .map(counts -> FacetGroup.of(counts, links, words))
                .toList());
        facets = found == null ? List.of() : found;
    }

    /** From when on was counted; empty where everything was. */
    static String note(boolean complete, Instant countedFrom, Words words) {
        return complete
                ? ""
                : words.texts().text("counts.since", words.clock(countedFrom).minute());
    }

    /** The list stands without them: who looks at a busy database gets that at least. */
    private <T> @Nullable T orNull(Function<EventQuery, T> counting) {
        try {
            return counting.apply(search.filters().query());
        } catch (QueryTimeoutException | TooManyQueriesException | QuerySyntaxException busyOrTooComplex) {
            return null;
        }
    }
}
