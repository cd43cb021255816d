package dev.auditlog.query;

import dev.auditlog.query.QuerySyntaxException.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One condition of a query: {@code actor:alice,bob}, {@code -outcome:SUCCESS} or free text. An event matches if it
 * matches one of the values, or none of them where the term is negated. Immutable. Two terms are equal if their
 * canonical texts are.
 */
public final class Term {

    private final @Nullable Qualifier qualifier;
    private final List<TermValue> values;
    private final boolean negated;
    private final int position;
    private final List<Condition> conditions;

    /** Reads the values; {@link QuerySyntaxException} if one is bad. */
    Term(@Nullable Qualifier qualifier, List<TermValue> values, boolean negated, int position) {
        this.qualifier = qualifier;
        this.values = List.copyOf(values);
        this.negated = negated;
        this.position = position;
        List<Condition> read = new ArrayList<>();
        for (TermValue value : values) {
            read.add(ConditionReader.read(qualifier, value));
        }
        this.conditions = List.copyOf(read);
    }

    private Term(Term read, List<Condition> conditions) {
        this.qualifier = read.qualifier;
        this.values = read.values;
        this.negated = read.negated;
        this.position = read.position;
        this.conditions = conditions;
    }

    /** The same term, with another condition if it asks for first addresses. */
    Term withFirst(Condition.FirstSeen seen) {
        return qualifier == Qualifier.FIRST ? new Term(this, List.of(seen)) : this;
    }

    /** A term with one value that is taken as it is; a null or empty word is free text. */
    static Term of(@Nullable String word, String value, boolean negated, int position) {
        Qualifier qualifier = null;
        if (word != null && !word.isEmpty()) {
            qualifier = Qualifier.of(word)
                    .orElseThrow(
                            () -> QueryMessages.unknownQualifier(word, position, Nearest.to(word, Qualifier.words())));
        }
        if (value.isEmpty()) {
            throw QueryMessages.emptyValue(Fault.at(position, word == null ? "" : word + ":"));
        }
        return new Term(qualifier, List.of(TermValue.literal(value, position)), negated, position);
    }

    /** The word before the colon, in lower case; null for free text. */
    public @Nullable String qualifier() {
        return qualifier == null ? null : qualifier.word();
    }

    /** The values without quotes; a prefix ends in {@code *}. Never empty. */
    public List<String> values() {
        return values.stream().map(TermValue::shown).toList();
    }

    /** Whether events that match are left out. */
    public boolean negated() {
        return negated;
    }

    /** Where the term began in the text that was parsed, from 0; for terms that were added, the end of that text. */
    public int position() {
        return position;
    }

    /** The term as it is written in a query, in canonical form. */
    public String text() {
        String prefix = (negated ? "-" : "") + (qualifier == null ? "" : qualifier.word() + ":");
        return values.stream().map(v -> v.text(qualifier == null)).collect(Collectors.joining(",", prefix, ""));
    }

    /** Whether both ask for something of the same qualifier, so that only one of them can be meant. */
    boolean givesWayTo(Term added) {
        return qualifier != null && qualifier == added.qualifier && !negated;
    }

    Optional<Qualifier> field() {
        return Optional.ofNullable(qualifier);
    }

    /** One for each value. */
    List<Condition> conditions() {
        return conditions;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Term that && text().equals(that.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
