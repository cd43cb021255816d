package dev.auditlog.web.complete;

import dev.auditlog.query.FacetCounts;
import java.util.List;
import java.util.Map;

/**
 * What was counted.
 *
 * @param values most frequent first
 * @param names of actors, by id, as far as they are known
 * @param counted false where there are no counts at all
 * @param complete false where there was no time to look at the whole range
 * @param narrowed false where the other terms of the query were left out
 */
record Found(
        List<FacetCounts.Value> values,
        Map<String, String> names,
        boolean counted,
        boolean complete,
        boolean narrowed) {

    static final Found NOTHING = new Found(List.of(), Map.of(), false, true, true);

    static Found of(FacetCounts counts) {
        return new Found(counts.values(), Map.of(), true, counts.complete(), true);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    Found withNames(Map<String, String> known) {
        return new Found(values, Map.copyOf(known), counted, complete, narrowed);
    }

    /** The same, said to be without the other terms. */
    Found wide() {
        return new Found(values, names, counted, complete, false);
    }
}
