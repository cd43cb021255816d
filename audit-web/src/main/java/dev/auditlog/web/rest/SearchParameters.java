package dev.auditlog.web.rest;

import dev.auditlog.query.EventCursor;
import dev.auditlog.query.EventQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a search asks for.
 *
 * @param query which events
 * @param cursor where to begin
 * @param limit events at most
 */
record SearchParameters(EventQuery query, EventCursor cursor, int limit) {

    static final int DEFAULT_LIMIT = 50;
    static final int MAX_LIMIT = 1000;

    private static final List<String> NAMES = List.of("q", "from", "to", "order", "limit", "cursor");
    private static final Pattern POSITIVE = Pattern.compile("0*[1-9][0-9]*");
    private static final int SAFE_DIGITS = 9;

    /**
     * Reads the parameters of a query string.
     *
     * @param now what relative times count from
     * @throws ProblemException if one is unknown, repeated, or has a bad value
     */
    static SearchParameters parse(Map<String, List<String>> parameters, Instant now) {
        EventParameters given = EventParameters.of(parameters, NAMES);
        EventQuery query = given.query(now);
        EventCursor cursor = EventParameters.named("cursor", () -> EventCursor.parse(given.one("cursor"), query));
        return new SearchParameters(query, cursor, limit(given.one("limit")));
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
}
