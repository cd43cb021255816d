package dev.auditlog.web.complete;

import dev.auditlog.query.EventQuery;
import dev.auditlog.query.Facet;
import dev.auditlog.query.FacetCounts;
import dev.auditlog.query.QuerySyntaxException;
import dev.auditlog.query.TimeRange;
import dev.auditlog.web.text.Texts;
import dev.auditlog.web.text.Visible;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says what may stand next in a query. Values are those that events of the time range have, with their counts: ADR 0082,
 * 0088.
 */
@ApplicationScoped
public class Completer {

    @Inject
    CountedValues values;

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
            return new Suggestions(place.start(), place.end(), qualifiers(place.typed(), texts), true, true);
        }
        List<String> names = Names.of(qualifier);
        Found found = Facet.of(qualifier)
                .map(facet -> values.of(facet, place.typed(), Place.others(query, cursor), range))
                .orElse(Found.NOTHING);
        List<Suggestion> items =
                names.isEmpty() ? values(qualifier, found) : names(qualifier, names, place.typed(), found, texts);
        return new Suggestions(place.start(), place.end(), items, found.complete(), found.narrowed());
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
                        counts.getOrDefault(name, found.complete() && found.counted() ? 0 : Suggestion.UNCOUNTED)))
                .toList();
    }

    private static List<Suggestion> values(String qualifier, Found found) {
        return found.values().stream()
                .flatMap(value -> suggestion(qualifier, value, found.names().getOrDefault(value.value(), "")).stream())
                .toList();
    }

    private static Optional<Suggestion> suggestion(String qualifier, FacetCounts.Value value, String name) {
        try {
            String written =
                    EventQuery.all().with(qualifier, value.value(), false).text();
            return Optional.of(new Suggestion(
                    written.substring(qualifier.length() + 1),
                    Visible.of(value.value()),
                    Visible.of(name),
                    value.count()));
        } catch (QuerySyntaxException notToBeAsked) {
            return Optional.empty(); // such as a name with a control character in it
        }
    }

    private static boolean beginsWith(String value, String typed) {
        return value.toLowerCase(Locale.ROOT).startsWith(typed.toLowerCase(Locale.ROOT));
    }
}
