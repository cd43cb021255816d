package dev.auditlog.web.rest;

import dev.auditlog.AuditException;
import dev.auditlog.query.EventQuery;
import dev.auditlog.query.Order;
import dev.auditlog.query.QuerySyntaxException;
import dev.auditlog.query.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The parameters of a call about events, read strictly: one that is misspelt would silently widen the result. */
public final class EventParameters {

    private final Map<String, List<String>> given;

    private EventParameters(Map<String, List<String>> given) {
        this.given = given;
    }

    /**
     * Takes the parameters of a query string.
     *
     * @param names those that the call knows
     * @throws AuditException if one is not among them, or stands there twice; the answer is a 400 by its name
     */
    public static EventParameters of(Map<String, List<String>> given, List<String> names) {
        for (Map.Entry<String, List<String>> parameter : given.entrySet()) {
            if (!names.contains(parameter.getKey())) {
                throw RestMessages.unknownParameter(parameter.getKey(), names);
            }
            if (parameter.getValue().size() > 1) {
                throw RestMessages.repeatedParameter(parameter.getKey());
            }
        }
        return new EventParameters(given);
    }

    /** The value of a parameter; null where it is not given or empty. */
    public @Nullable String one(String name) {
        List<String> values = given.get(name);
        return values == null || values.isEmpty() || values.get(0).isEmpty() ? null : values.get(0);
    }

    /**
     * Which events {@code q}, {@code from}, {@code to} and {@code order} name; of the last 24 hours, newest first, where
     * they do not say.
     *
     * @param now what relative times count from
     * @throws AuditException if one has a bad value; the answer is a 400 that says what is allowed
     */
    public EventQuery query(Instant now) {
        return named("q", () -> EventQuery.parse(one("q"))).within(range(now)).order(order(one("order")));
    }

    /** What is thrown for a bad value of a parameter of the caller's own: the answer is a 400. */
    public static AuditException refused(String code, String detail, String parameter, List<String> allowed) {
        return new ProblemException(new Problem(400, code, detail, parameter, null, allowed));
    }

    /** The time range that {@code from} and {@code to} name. */
    TimeRange range(Instant now) {
        Instant end = named("to", () -> TimeRange.parse(Instant.EPOCH.toString(), one("to"), now))
                .to();
        return named("from", () -> TimeRange.parse(one("from"), end.toString(), now));
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

    /** Says which parameter it was that could not be read. */
    static <T> T named(String parameter, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (QuerySyntaxException bad) {
            throw RestMessages.badParameter(parameter, bad);
        }
    }
}
