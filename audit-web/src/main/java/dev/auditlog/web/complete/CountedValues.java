package dev.auditlog.web.complete;

import dev.auditlog.query.EventCounter;
import dev.auditlog.query.EventCursor;
import dev.auditlog.query.EventFinder;
import dev.auditlog.query.EventQuery;
import dev.auditlog.query.Facet;
import dev.auditlog.query.FacetCounts;
import dev.auditlog.query.QuerySyntaxException;
import dev.auditlog.query.QueryTimeoutException;
import dev.auditlog.query.TimeRange;
import dev.auditlog.query.TooManyQueriesException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Values that events have, with their counts, under the other terms of a query where these find some: ADR 0082. A count
 * takes no longer than that of one facet may ({@code audit.console.count-timeout}).
 */
@ApplicationScoped
public class CountedValues {

    /** Whoever types waits no longer for the names of actors; the ids are offered without. */
    private static final Duration FOR_NAMES = Duration.ofMillis(300);

    @Inject
    EventCounter counter;

    @Inject
    EventFinder finder;

    /**
     * Counts.
     *
     * @param typed what the values begin with; an actor's name may begin so instead
     * @param others the other terms, which need not be right
     */
    Found of(Facet facet, String typed, String others, TimeRange range) {
        Optional<EventQuery> under = read(others);
        Found narrow = under.map(query -> count(facet, typed, query, range)).orElse(Found.NOTHING);
        Found found = others.isEmpty() || isAnswer(facet, narrow)
                ? narrow
                : count(facet, typed, EventQuery.all(), range).wide();
        return facet == Facet.ACTOR ? found.withNames(names(found, range)) : found;
    }

    /** That there is none is an answer where all values are known: each has 0 events. */
    private static boolean isAnswer(Facet facet, Found found) {
        boolean none =
                found.counted() && found.complete() && !Names.of(facet.word()).isEmpty();
        return !found.isEmpty() || none;
    }

    private static Optional<EventQuery> read(String others) {
        try {
            return Optional.of(EventQuery.parse(others));
        } catch (QuerySyntaxException beingTyped) {
            return Optional.empty();
        }
    }

    /** A busy database is no reason to tell somebody who types of an error: nothing is offered. */
    private Found count(Facet facet, String typed, EventQuery under, TimeRange range) {
        try {
            return Found.of(
                    facet == Facet.ACTOR
                            ? actors(typed, under, range)
                            : counter.values(under.within(range), facet, typed));
        } catch (QueryTimeoutException | TooManyQueriesException | QuerySyntaxException busyOrNoPrefix) {
            return Found.NOTHING;
        }
    }

    /** They are many, and known by name too: the query language itself asks for them. */
    private FacetCounts actors(String typed, EventQuery under, TimeRange range) {
        EventQuery query = typed.isEmpty() ? under : beginning(typed, under);
        return counter.facets(query.within(range), Set.of(Facet.ACTOR)).get(0);
    }

    private static EventQuery beginning(String typed, EventQuery under) {
        String term = EventQuery.all().with(Facet.ACTOR.word(), typed, false).text() + "*";
        return EventQuery.parse((under.text() + " " + term).strip());
    }

    private Map<String, String> names(Found found, TimeRange range) {
        Map<String, String> names = new HashMap<>();
        long end = System.nanoTime() + FOR_NAMES.toNanos();
        for (FacetCounts.Value actor : found.values()) {
            if (System.nanoTime() - end > 0) {
                break;
            }
            name(actor.value(), range).ifPresent(name -> names.put(actor.value(), name));
        }
        return names;
    }

    /** The one that the latest event has. */
    private Optional<String> name(String id, TimeRange range) {
        try {
            EventQuery query = EventQuery.all().with(Facet.ACTOR.word(), id, false);
            return finder.page(query.within(range), EventCursor.start(), 1).events().stream()
                    .map(event -> event.actor())
                    .filter(actor ->
                            id.equals(actor.id()) && actor.name() != null && !id.equalsIgnoreCase(actor.name()))
                    .map(actor -> Objects.requireNonNull(actor.name()))
                    .findFirst();
        } catch (QueryTimeoutException | TooManyQueriesException | QuerySyntaxException withoutName) {
            return Optional.empty();
        }
    }
}
