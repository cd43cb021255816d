package dev.auditlog.query;

import dev.auditlog.query.Condition.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A query that the numbers of {@link RollUp} can answer: it asks for applications and outcomes, and for values of one other kind
 * at most.
 *
 * @param shared terms of applications and outcomes, by which every number is kept
 * @param kind whose values it asks for; {@link Counted#ALL} if for none
 * @param values of the kind, as the numbers have them; empty without a kind, and where they have to be tested
 * @param test which values are meant, where that is not just some of them
 * @param negated whether the events are meant that have none of these values
 */
record RolledQuery(
        List<Term> shared, Counted kind, Set<String> values, @Nullable Predicate<String> test, boolean negated) {

    static Optional<RolledQuery> of(EventQuery query) {
        List<Term> shared = new ArrayList<>();
        Term other = null;
        for (Term term : query.terms()) {
            Qualifier qualifier = term.field().orElse(null);
            if (qualifier == Qualifier.APPLICATION || qualifier == Qualifier.OUTCOME) {
                shared.add(term);
            } else if (other == null) {
                other = term;
            } else {
                return Optional.empty();
            }
        }
        return other == null
                ? Optional.of(new RolledQuery(shared, Counted.ALL, Set.of(), null, false))
                : of(shared, other);
    }

    private static Optional<RolledQuery> of(List<Term> shared, Term term) {
        Counted kind = term.field().flatMap(Counted::of).orElse(null);
        if (kind == null) {
            return Optional.empty();
        }
        Set<String> values = new LinkedHashSet<>();
        Predicate<String> test = value -> false;
        boolean isTested = false;
        for (Condition condition : term.conditions()) {
            String value = value(kind, condition);
            Predicate<String> one = value == null ? test(kind, condition) : value::equals;
            if (one == null) {
                return Optional.empty();
            }
            isTested |= value == null;
            values.add(String.valueOf(value));
            test = test.or(one);
        }
        return Optional.of(
                isTested
                        ? new RolledQuery(shared, kind, Set.of(), test, term.negated())
                        : new RolledQuery(shared, kind, values, null, term.negated()));
    }

    /** Whether it asks for nothing but applications and outcomes. */
    boolean isPlain() {
        return kind == Counted.ALL;
    }

    /** The single value that is meant; null if it is not just one. */
    private static @Nullable String value(Counted kind, Condition condition) {
        if (condition instanceof Condition.Name name) {
            return name.name();
        } else if (condition instanceof Condition.Range range) {
            return range.low() == range.high() ? Long.toString(range.low()) : null;
        }
        Text text = text(condition);
        boolean exact = text != null && !text.prefix() && kind != Counted.METHOD && kind != Counted.ERROR;
        return exact ? text.text() : null;
    }

    /** Tells the values that are meant; null if the numbers cannot. */
    private static @Nullable Predicate<String> test(Counted kind, Condition condition) {
        if (condition instanceof Condition.Range range) {
            return value -> Long.parseLong(value) >= range.low() && Long.parseLong(value) <= range.high();
        } else if (condition instanceof Condition.Present) {
            return kind == Counted.TARGET ? null : value -> true; // a target has an id, too
        }
        Text text = text(condition);
        if (text == null) {
            return null;
        }
        String asked = text.text();
        return switch (kind) {
            case METHOD -> method(asked, text.prefix());
            case ERROR -> text.prefix()
                    ? value -> value.startsWith(asked) || value.contains("." + asked)
                    : value -> value.equals(asked) || value.endsWith("." + asked);
            default -> value -> value.startsWith(asked);
        };
    }

    /** Without regard to case; what that means beyond ASCII only the database knows. */
    private static @Nullable Predicate<String> method(String asked, boolean prefix) {
        boolean ascii = asked.chars().allMatch(c -> c < 128);
        int length = asked.length();
        return ascii
                ? value -> value.regionMatches(true, 0, asked, 0, length) && (prefix || value.length() == length)
                : null;
    }

    /** What is asked of the column; null if it is something else. */
    private static @Nullable Text text(Condition condition) {
        if (condition instanceof Condition.OfTarget target) {
            return target.id() == null ? target.type() : null;
        }
        return condition instanceof Text text ? text : null;
    }
}
