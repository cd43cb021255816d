package dev.auditlog.query;

import dev.auditlog.store.IndexTerm;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a term asks for in words of segments: an event that matches has one of the hashes in one of the columns. */
record SegmentKeys(Map<SegmentColumn, int[]> hashes) {

    private static final TermKeys TERM_KEYS = new TermKeys();

    /** Of each term of which segments know something; none if they do not help. */
    static List<SegmentKeys> of(EventQuery query) {
        List<SegmentKeys> all = new ArrayList<>();
        for (Term term : query.terms()) {
            if (term.field().orElse(null) == Qualifier.FIRST) {
                return List.of(); // its events cannot be told one by one
            }
            of(term).ifPresent(all::add);
        }
        return all;
    }

    private static Optional<SegmentKeys> of(Term term) {
        Map<SegmentColumn, int[]> found = new EnumMap<>(SegmentColumn.class);
        for (TermKeys.Key key : TERM_KEYS.of(term)) {
            add(found, SegmentColumn.of(key.term()), key.value());
            if (key.term() == IndexTerm.ACTOR_NAME) { // name and key share a number in PostgreSQL's index
                add(found, SegmentColumn.ACTOR_KEY, key.value());
            }
        }
        SegmentColumn more = more(term);
        if (more != null) {
            term.conditions().forEach(condition -> add(found, more, value(condition)));
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(new SegmentKeys(found));
    }

    /** The column for a term for which PostgreSQL has another index. */
    private static @Nullable SegmentColumn more(Term term) {
        Qualifier qualifier = term.field().orElse(null);
        boolean whole = !term.negated() && term.conditions().stream().allMatch(SegmentKeys::isWhole);
        if (whole && qualifier == Qualifier.OUTCOME) {
            return SegmentColumn.OUTCOME;
        }
        return whole && qualifier == Qualifier.CHAIN ? SegmentColumn.CHAIN : null;
    }

    private static boolean isWhole(Condition condition) {
        return condition instanceof Condition.Name || condition instanceof Condition.Text text && !text.prefix();
    }

    private static String value(Condition condition) {
        return condition instanceof Condition.Name name ? name.name() : ((Condition.Text) condition).text();
    }

    private static void add(Map<SegmentColumn, int[]> found, SegmentColumn column, String value) {
        int[] known = found.getOrDefault(column, new int[0]);
        found.put(
                column,
                IntStream.concat(IntStream.of(known), IntStream.of(SegmentColumn.hashOf(value)))
                        .sorted()
                        .distinct()
                        .toArray());
    }
}
