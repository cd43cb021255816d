package dev.auditlog.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which events are asked for, in which order: the one filter behind list, export, REST and console. Immutable.
 *
 * <p>The language: {@code qualifier:value} or free text; a blank is AND, a comma between values OR, {@code -} before a
 * term NOT, a final {@code *} a prefix, a bare {@code *} "something is there"; quotes keep blanks, commas and stars,
 * with {@code \"} and {@code \\} inside. {@code %}, {@code _} and {@code \} mean themselves. At most 2,000 characters,
 * 50 terms, 50 values each.
 */
public final class EventQuery {

    private final List<Term> terms;
    private final @Nullable Instant from;
    private final @Nullable Instant to;
    private final Order order;

    private EventQuery(List<Term> terms, @Nullable Instant from, @Nullable Instant to, Order order) {
        this.terms = List.copyOf(terms);
        this.from = from;
        this.to = to;
        this.order = order;
    }

    /** Every event, newest first. */
    public static EventQuery all() {
        return new EventQuery(List.of(), null, null, Order.NEWEST);
    }

    /**
     * Reads a text in the query language; of all times, newest first.
     *
     * @param q null and blank ask for every event
     * @throws QuerySyntaxException if it cannot be read; the exception says where, and what is allowed
     */
    public static EventQuery parse(@Nullable String q) {
        return new EventQuery(q == null ? List.of() : new QueryParser(q).parse(), null, null, Order.NEWEST);
    }

    /** The words that may stand before a colon. */
    public static List<String> qualifiers() {
        return Qualifier.words();
    }

    /**
     * The same query within a time range.
     *
     * @param from inclusive
     * @param to exclusive
     * @throws QuerySyntaxException if {@code from} is not before {@code to}
     */
    public EventQuery between(Instant from, Instant to) {
        TimeRange range = new TimeRange(from, to);
        return new EventQuery(terms, range.from(), range.to(), order);
    }

    /** The same query within a time range. */
    public EventQuery within(TimeRange range) {
        return new EventQuery(terms, range.from(), range.to(), order);
    }

    /**
     * The same query with an end that is no later than this.
     *
     * @return empty if nothing can match before then
     */
    Optional<EventQuery> until(Instant end) {
        Instant start = from;
        if (start != null && !start.isBefore(end)) {
            return Optional.empty();
        }
        Instant last = to == null || to.isAfter(end) ? end : to;
        return Optional.of(new EventQuery(terms, start, last, order));
    }

    /** The same query, with what {@code first:ip} means now. */
    EventQuery withFirst(Condition.FirstSeen seen) {
        return new EventQuery(terms.stream().map(term -> term.withFirst(seen)).toList(), from, to, order);
    }

    /** The same query in another order. */
    public EventQuery order(Order value) {
        return new EventQuery(terms, from, to, value);
    }

    /** The same query without the terms that equal this one. */
    public EventQuery without(Term term) {
        return new EventQuery(terms.stream().filter(t -> !t.equals(term)).toList(), from, to, order);
    }

    /**
     * The same query narrowed to a value, or to everything else. Positive terms of the same qualifier give way to a
     * positive one, since an event has one value of each; a term that says the contrary gives way too. Adding what is
     * there already changes nothing.
     *
     * @param qualifier null or empty for free text
     * @param value taken as it is: stars, quotes and blanks mean themselves
     * @throws QuerySyntaxException if the qualifier or its value is not allowed, or the query grows too long
     */
    public EventQuery with(@Nullable String qualifier, String value, boolean negated) {
        Term added = Term.of(qualifier, value, negated, text().length());
        Term contrary = Term.of(qualifier, value, !negated, 0);
        List<Term> kept = new ArrayList<>(terms);
        kept.removeIf(t -> t.equals(contrary) || t.equals(added) || !negated && t.givesWayTo(added));
        kept.add(added);
        String text = kept.stream().map(Term::text).collect(Collectors.joining(" "));
        return new EventQuery(new QueryParser(text).parse(), from, to, order);
    }

    /** The conditions, all of which must hold; empty for every event. */
    public List<Term> terms() {
        return terms;
    }

    /** Inclusive; null where the query has no beginning. */
    public @Nullable Instant from() {
        return from;
    }

    /** Exclusive; null where the query has no end. */
    public @Nullable Instant to() {
        return to;
    }

    public Order order() {
        return order;
    }

    /** The terms in canonical form; parsing it gives an equal query. */
    public String text() {
        return terms.stream().map(Term::text).collect(Collectors.joining(" "));
    }

    /** Tells this query from others, whatever its times: they move where they are relative. */
    String identity() {
        return order.name().toLowerCase(Locale.ROOT) + " " + text();
    }

    @Override
    public String toString() {
        return "[" + from + ", " + to + ") " + identity();
    }
}
