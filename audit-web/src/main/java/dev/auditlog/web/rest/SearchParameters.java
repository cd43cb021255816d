package dev.auditlog.web.rest;

import dev.auditlog.query.EventCursor;
import dev.auditlog.query.EventQuery;
import dev.auditlog.query.Order;
import dev.auditlog.query.QuerySyntaxException;
import dev.auditlog.query.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a search asks for, read strictly: a parameter that is misspelt would silently widen the result.
 *
 * @param query which events
 * @param cursor where to begin
 * @param limit events at most
 */
record SearchParameters(EventQuery query, EventCursor cursor, int limit) {

    static final int DEFAULT_LIMIT = 50;
    static final int MAX_LIMIT = 1000;

    private static final List<String> QUERY = List.of("q", "from", "to");
    private static final Pattern POSITIVE = Pattern.compile("0*[1-9][0-9]*");
    private static final int SAFE_DIGITS = 9;

    /**
     * Reads the parameters of a query string.
     *
     * @param now what relative times count from
     * @throws ProblemException if one is unknown, repeated, or has a bad value
     */
    static SearchParameters parse(Map<String, List<String>> parameters, Instant now) {
        EventQuery query = query(parameters, now, "order", "limit", "cursor").order(order(one(parameters, "order")));
        EventCursor cursor = named("cursor", () -> EventCursor.parse(one(parameters, "cursor")));
        return new SearchParameters(query, cursor, limit(one(parameters, "limit")));
    }

    /**
     * Reads which events are asked for, newest first.
     *
     * @param others names of parameters that may be there too
     */
    static EventQuery query(Map<String, List<String>> parameters, Instant now, String... others) {
        refuseOthers(
                parameters, Stream.concat(QUERY.stream(), Stream.of(others)).toList());
        return named("q", () -> EventQuery.parse(one(parameters, "q")))
                .within(range(one(parameters, "from"), one(parameters, "to"), now));
    }

    /** Refuses parameters that are not among the names, or stand there twice. */
    static void refuseOthers(Map<String, List<String>> parameters, List<String> names) {
        for (Map.Entry<String, List<String>> given : parameters.entrySet()) {
            if (!names.contains(given.getKey())) {
                throw RestMessages.unknownParameter(given.getKey(), names);
            }
            if (given.getValue().size() > 1) {
                throw RestMessages.repeatedParameter(given.getKey());
            }
        }
    }

    /** The one value of a parameter; null where it has none, or an empty one. */
    static @Nullable String one(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.get(name);
        return values == null || values.isEmpty() || values.get(0).isEmpty() ? null : values.get(0);
    }

    private static TimeRange range(@Nullable String from, @Nullable String to, Instant now) {
        Instant end = named("to", () -> TimeRange.parse(Instant.EPOCH.toString(), to, now))
                .to();
        return named("from", () -> TimeRange.parse(from, end.toString(), now));
    }

    private static Order order(@Nullable String found) {
        if (found == null || found.equals("newest")) {
            return Order.NEWEST;
        }
        if (found.equals("oldest")) {
            return Order.OLDEST;
        }
        throw RestMessages.notAnOrder(found);
    }

    private static int limit(@Nullable String found) {
        if (found == null) {
            return DEFAULT_LIMIT;
        }
        if (!POSITIVE.matcher(found).matches()) {
            throw RestMessages.notALimit(found, MAX_LIMIT, DEFAULT_LIMIT);
        }
        return found.length() > SAFE_DIGITS ? MAX_LIMIT : Math.min(MAX_LIMIT, Integer.parseInt(found));
    }

    /** Says which parameter it was that could not be read. */
    private static <T> T named(String parameter, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (QuerySyntaxException bad) {
            throw RestMessages.badParameter(parameter, bad);
        }
    }
}
