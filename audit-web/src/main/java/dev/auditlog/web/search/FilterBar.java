package dev.auditlog.web.search;

import dev.auditlog.Activity;
import dev.auditlog.event.ActorType;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Outcome;
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
 * What stands under the query beside the views: menus of values, and a chip for each filter that is set.
 *
 * @param outcomes every outcome
 * @param activities every activity
 * @param actors those on this page
 * @param chips what is set
 */
public record FilterBar(List<Item> outcomes, List<Item> activities, List<Item> actors, List<Chip> chips) {

    /** A value that can be asked for. {@code on} says that it is. */
    public record Item(String key, String text, Filters.Choice choice, boolean on) {}

    /** A filter that is set, and the address of the list without it. */
    public record Chip(String text, String label, boolean negated, String without) {}

    private static final int MAX_ACTORS = 12;

    static FilterBar of(Filters filters, List<AuditEvent> events, Texts texts) {
        return new FilterBar(
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
