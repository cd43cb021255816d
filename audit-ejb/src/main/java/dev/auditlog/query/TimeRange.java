package dev.auditlog.query;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From when to when events are asked for.
 *
 * @param from inclusive
 * @param to exclusive; after {@code from}
 */
public record TimeRange(Instant from, Instant to) {

    /** How far a range reaches back where nobody says. */
    public static final Duration DEFAULT_LENGTH = Duration.ofHours(24);

    /** Refuses a range in which nothing can lie. */
    public TimeRange {
        if (!from.isBefore(to)) {
            throw QueryMessages.emptyRange(from, to);
        }
    }

    /**
     * Reads both ends as {@link Times#parse} does.
     *
     * @param from null or blank for 24 hours before {@code to}
     * @param to null or blank for now
     * @throws QuerySyntaxException if an end cannot be read, or the range is empty
     */
    public static TimeRange parse(@Nullable String from, @Nullable String to, Instant now) {
        Instant end = to == null || to.isBlank() ? now : Times.parse(to, now);
        Instant start = from == null || from.isBlank() ? end.minus(DEFAULT_LENGTH) : Times.parse(from, now);
        return new TimeRange(start, end);
    }
}
