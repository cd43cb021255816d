package dev.auditlog.query;

import dev.auditlog.query.Condition.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A query that the numbers of {@link RollUp} can answer: it asks for applications and outcomes, and for values of one facet
 * at most.
 *
 * @param shared terms of applications and outcomes, by which every number is kept
 * @param facet whose values it asks for; null if for none
 * @param values of the facet, as the numbers have them; empty without a facet
 */
record RolledQuery(List<Term> shared, @Nullable Facet facet, Set<String> values) {

    static Optional<RolledQuery> of(EventQuery query) {
        List<Term> shared = new ArrayList<>();
        Facet facet = null;
        Set<String> values = Set.of();
        for (Term term : query.terms()) {
            Qualifier qualifier = term.field().orElse(null);
            if (qualifier == Qualifier.APPLICATION || qualifier == Qualifier.OUTCOME) {
                shared.add(term);
                continue;
            }
            Facet asked = qualifier == null ? null : Facet.of(qualifier.word()).orElse(null);
            values = asked == null || term.negated() ? Set.of() : values(asked, term.conditions());
            if (facet != null || values.isEmpty()) {
                return Optional.empty();
            }
            facet = asked;
        }
        return Optional.of(new RolledQuery(shared, facet, values));
    }

    /** Whether it asks for no facet's values. */
    boolean isPlain() {
        return facet == null;
    }

    /** What the conditions ask for; empty if one of them is not a single value. */
    private static Set<String> values(Facet facet, List<Condition> conditions) {
        Set<String> values = new LinkedHashSet<>();
        for (Condition condition : conditions) {
            String value = RollUpSql.isHourly(facet) ? value(condition) : null;
            if (value == null) {
                return Set.of();
            }
            values.add(value);
        }
        return values;
    }

    private static @Nullable String value(Condition condition) {
        if (condition instanceof Text text) {
            return text.prefix() ? null : text.text();
        } else if (condition instanceof Condition.Name name) {
            return name.name();
        } else if (condition instanceof Condition.Range range) {
            return range.low() == range.high() ? Long.toString(range.low()) : null;
        } else if (condition instanceof Condition.OfTarget target) {
            boolean typeOnly = target.id() == null && target.type() != null;
            return typeOnly ? value(target.type()) : null;
        }
        return null;
    }
}
