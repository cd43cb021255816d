package dev.auditlog.web.search;

import dev.auditlog.query.Facet;
import dev.auditlog.query.FacetCounts;
import dev.auditlog.query.Term;
import dev.auditlog.web.text.Amounts;
import dev.auditlog.web.text.Texts;
import dev.auditlog.web.text.Visible;
import dev.auditlog.web.text.Words;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The most frequent values of one facet.
 *
 * @param key names the facet in ids
 * @param open whether it is shown unfolded
 * @param note from when on was counted; empty where everything was
 */
public record FacetGroup(String key, String title, boolean open, List<Item> items, String note) {

    /**
     * A value with its events.
     *
     * @param on whether the list is narrowed to it already
     */
    public record Item(String text, String count, Filters.Choice choice, boolean on) {}

    private static final Set<Facet> UNFOLDED = EnumSet.of(Facet.OUTCOME, Facet.ACTOR, Facet.OPERATION);

    static FacetGroup of(FacetCounts counts, Filters links, Words words) {
        Facet facet = counts.facet();
        String note = Counts.note(counts.complete(), counts.countedFrom(), words);
        return new FacetGroup(
                facet.word(),
                words.texts().text("facet." + facet.word()),
                UNFOLDED.contains(facet),
                counts.values().stream()
                        .map(value -> item(facet, value, links, words.texts()))
                        .toList(),
                note);
    }

    private static Item item(Facet facet, FacetCounts.Value value, Filters links, Texts texts) {
        return new Item(
                shown(facet, value.value(), texts),
                Amounts.count(value.count(), texts.locale()),
                links.of(facet.word(), value.value()),
                links.query().terms().stream().anyMatch(term -> isOn(term, facet, value.value())));
    }

    private static boolean isOn(Term term, Facet facet, String value) {
        return !term.negated()
                && facet.word().equals(term.qualifier())
                && term.values().equals(List.of(value));
    }

    /** Enums have a word in the reader's language; all else is shown as it is. */
    private static String shown(Facet facet, String value, Texts texts) {
        return switch (facet) {
            case OUTCOME, ACTIVITY -> texts.optional(facet.word() + "." + value).orElse(value);
            default -> Visible.of(value);
        };
    }
}
