package dev.auditlog.web.complete;

import dev.auditlog.query.EventCounter;
import dev.auditlog.query.EventQuery;
import dev.auditlog.query.Facet;
import dev.auditlog.query.FacetCounts;
import dev.auditlog.query.QuerySyntaxException;
import dev.auditlog.query.QueryTimeoutException;
import dev.auditlog.query.TimeRange;
import dev.auditlog.query.TooManyQueriesException;
import dev.auditlog.web.text.Texts;
import dev.auditlog.web.text.Visible;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says what may stand next in a query. Values are those that events of the time range have, with their counts; it takes no
 * longer than the counting of one facet may ({@code audit.console.count-timeout}).
 */
@ApplicationScoped
public class Completer {

    /** Values of these are texts that a prefix can be asked for. */
    private static final Set<Facet> TEXTS =
            Set.of(Facet.ACTOR, Facet.OPERATION, Facet.TARGET, Facet.APPLICATION, Facet.GROUP);

    @Inject
    EventCounter counter;

    /**
     * Returns what may stand at a place of a query.
     *
     * @param query the whole text as it was typed; it need not be right
     * @param cursor place in it, 0 to its length
     * @param range of the events whose values are offered
     */
    public Suggestions at(String query, int cursor, TimeRange range, Texts texts) {
        Place place = Place.of(query, cursor);
        String qualifier = place.qualifier();
        if (qualifier == null) {
            return new Suggestions(place.start(), place.end(), qualifiers(place.typed(), texts), true);
        }
        Optional<Facet> facet = Facet.of(qualifier);
        List<String> names = Names.of(qualifier);
        Found found = facet.map(known -> found(known, place.typed(), range)).orElse(Found.NOTHING);
        List<Suggestion> items =
                names.isEmpty() ? values(qualifier, found) : names(qualifier, names, place.typed(), found, texts);
        return new Suggestions(place.start(), place.end(), items, found.complete());
    }

    private static List<Suggestion> qualifiers(String typed, Texts texts) {
        return EventQuery.qualifiers().stream()
                .filter(word -> beginsWith(word, typed))
                .map(word -> new Suggestion(
                        word + ":",
                        word + ":",
                        texts.optional("qualifier." + word).orElse(""),
                        Suggestion.UNCOUNTED))
                .toList();
    }

    private static List<Suggestion> names(
            String qualifier, List<String> names, String typed, Found found, Texts texts) {
        Map<String, Long> counts =
                found.values().stream().collect(Collectors.toMap(FacetCounts.Value::value, FacetCounts.Value::count));
        return names.stream()
                .filter(name -> beginsWith(name, typed))
                .map(name -> new Suggestion(
                        name,
                        name,
                        texts.optional(qualifier + "." + name).orElse(""),
                        counts.getOrDefault(name, found.isCounted() ? 0 : Suggestion.UNCOUNTED)))
                .toList();
    }

    private static List<Suggestion> values(String qualifier, Found found) {
        return found.values().stream()
                .flatMap(value -> suggestion(qualifier, value).stream())
                .toList();
    }

    private static Optional<Suggestion> suggestion(String qualifier, FacetCounts.Value value) {
        try {
            String written =
                    EventQuery.all().with(qualifier, value.value(), false).text();
            return Optional.of(new Suggestion(
                    written.substring(qualifier.length() + 1), Visible.of(value.value()), "", value.count()));
        } catch (QuerySyntaxException notToBeAsked) {
            return Optional.empty(); // such as a name with a control character in it
        }
    }

    /** A busy database is no reason to tell somebody who types of an error: nothing is offered. */
    private Found found(Facet facet, String typed, TimeRange range) {
        try {
            FacetCounts counts = counter.facets(narrowed(facet, typed).within(range), Set.of(facet))
                    .get(0);
            List<FacetCounts.Value> values = counts.values().stream()
                    .filter(value -> TEXTS.contains(facet) || beginsWith(value.value(), typed))
                    .toList();
            return new Found(values, counts.complete(), counts.complete());
        } catch (QueryTimeoutException | TooManyQueriesException | QuerySyntaxException busyOrNoPrefix) {
            return Found.NOTHING;
        }
    }

    private static EventQuery narrowed(Facet facet, String typed) {
        if (!TEXTS.contains(facet) || typed.isEmpty()) {
            return EventQuery.all();
        }
        return EventQuery.parse(
                EventQuery.all().with(facet.word(), typed, false).text() + "*");
    }

    private static boolean beginsWith(String value, String typed) {
        return value.toLowerCase(Locale.ROOT).startsWith(typed.toLowerCase(Locale.ROOT));
    }

    /**
     * What was counted.
     *
     * @param isCounted whether a value that is not among them has no event
     */
    private record Found(List<FacetCounts.Value> values, boolean complete, boolean isCounted) {

        static final Found NOTHING = new Found(List.of(), true, false);
    }
}
