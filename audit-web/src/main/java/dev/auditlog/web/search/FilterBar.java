package dev.auditlog.web.search;

import dev.auditlog.Activity;
import dev.auditlog.event.ActorType;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Outcome;
import dev.auditlog.query.EventQuery;
import dev.auditlog.query.Term;
import dev.auditlog.web.text.Sentences;
import dev.auditlog.web.text.Texts;
import dev.auditlog.web.text.Visible;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What stands under the query: shortcuts, menus of values, and a chip for each filter that is set.
 *
 * @param shortcuts links to what is asked for most
 * @param outcomes every outcome
 * @param activities every activity
 * @param actors those on this page
 * @param chips what is set
 */
public record FilterBar(
        List<Item> shortcuts, List<Item> outcomes, List<Item> activities, List<Item> actors, List<Chip> chips) {

    /** A value that can be asked for. {@code on} says that it is. */
    public record Item(String key, String text, Filters.Choice choice, boolean on) {}

    /** A filter that is set, and the address of the list without it. */
    public record Chip(String text, String label, boolean negated, String without) {}

    private static final int MAX_ACTORS = 12;

    static FilterBar of(Filters filters, List<AuditEvent> events, Texts texts) {
        return new FilterBar(
                List.of(
                        all(filters, texts),
                        shortcut("denied", "outcome", "DENIED", filters, texts),
                        shortcut("failures", "outcome", "FAILURE", filters, texts),
                        shortcut("errors", "outcome", "ERROR", filters, texts),
                        shortcut("deletions", "activity", "DELETE", filters, texts)),
                Stream.of(Outcome.values())
                        .map(o -> value("outcome", o.name(), texts.text("outcome." + o), filters))
                        .toList(),
                Stream.of(Activity.values())
                        .filter(a -> a != Activity.DEFAULT)
                        .map(a -> value("activity", a.name(), texts.text("activity." + a), filters))
                        .toList(),
                actors(filters, events, texts),
                filters.query().terms().stream()
                        .map(term -> chip(term, filters, texts))
                        .toList());
    }

    private static Item all(Filters filters, Texts texts) {
        Filters.Choice choice = new Filters.Choice(filters.here().query("").url(), "");
        return new Item(
                "all", texts.text("shortcut.all"), choice, filters.here().q().isEmpty());
    }

    /** A shortcut that is on leads back to the list without it. */
    private static Item shortcut(String key, String qualifier, String value, Filters filters, Texts texts) {
        Item item = value(qualifier, value, texts.text("shortcut." + key), filters);
        EventQuery query = filters.query();
        for (Term term : query.terms()) {
            if (item.on() && Filters.isOn(term, qualifier, value)) {
                query = query.without(term);
            }
        }
        Filters.Choice choice = item.on()
                ? new Filters.Choice(filters.here().query(query.text()).url(), "")
                : item.choice();
        return new Item(key, item.text(), choice, item.on());
    }

    private static Item value(String qualifier, String value, String text, Filters filters) {
        boolean on = filters.isOn(qualifier, value);
        return new Item(value.toLowerCase(Locale.ROOT), text, filters.of(qualifier, value), on);
    }

    private static List<Item> actors(Filters filters, List<AuditEvent> events, Texts texts) {
        Map<String, AuditEvent> byActor = new LinkedHashMap<>();
        for (AuditEvent event : events) {
            byActor.putIfAbsent(event.actor().type() + " " + event.actor().id(), event);
        }
        return byActor.values().stream()
                .limit(MAX_ACTORS)
                .map(event -> new Item(
                        "", new Sentences(texts).actor(event), filters.actor(event), isActorOn(filters, event)))
                .toList();
    }

    private static boolean isActorOn(Filters filters, AuditEvent event) {
        String id = event.actor().id();
        return event.actor().type() == ActorType.ANONYMOUS
                ? filters.isOn("type", ActorType.ANONYMOUS.name())
                : id != null && filters.isOn("actor", id);
    }

    private static Chip chip(Term term, Filters filters, Texts texts) {
        String values = Visible.of(String.join(", ", term.values()));
        String text = term.qualifier() == null ? "“" + values + "”" : term.qualifier() + ": " + values;
        String shown = term.negated() ? texts.text("chip.not", text) : text;
        return new Chip(
                shown,
                texts.text("chip.remove", shown),
                term.negated(),
                filters.here().query(filters.query().without(term).text()).url());
    }
}
