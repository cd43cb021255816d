package dev.auditlog.query;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time range of a query in parts, one after the other in its order: at first all of it, and shorter ones where the
 * database needs too long for it, since a filter that finds little may look at much before it has a page.
 */
final class Windows {

    /** What is tried first when all is too much. */
    private static final Duration A_DAY = Duration.ofDays(1);

    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final int WIDER = 4;
    private static final int A_LITTLE = 8;

    private final EventQuery query;
    private final boolean newest;
    private Instant from;
    private Instant to;
    private Duration length;
    private @Nullable Duration tooLong;

    /**
     * Begins with the whole range.
     *
     * @param end where the range ends
     */
    Windows(EventQuery query, Instant end) {
        this.query = query;
        this.newest = query.order() == Order.NEWEST;
        Instant start = query.from();
        this.from = start == null ? Instant.EPOCH : start;
        this.to = end;
        this.length = Duration.between(from, to);
    }

    /** The query for the current part. */
    EventQuery current() {
        return query.between(start(), end());
    }

    /** Whether nothing comes after the current part. */
    boolean isLast() {
        return newest ? !start().isAfter(from) : !end().isBefore(to);
    }

    /** Goes to the next part. It is longer than this one, but only a little where that comes near to what was too long. */
    void advance() {
        if (newest) {
            to = start();
        } else {
            from = end();
        }
        Duration wider = length.multipliedBy(WIDER);
        boolean careful = tooLong != null && wider.compareTo(tooLong) >= 0;
        length = careful ? length.plus(length.dividedBy(A_LITTLE)) : wider;
    }

    /** Makes the current part shorter, or throws if it cannot be. */
    void narrow(QueryTimeoutException slow) {
        Duration part = Duration.between(start(), end());
        if (part.compareTo(LEAST) <= 0) {
            throw slow;
        }
        Duration half = part.dividedBy(2);
        length = tooLong == null && A_DAY.compareTo(half) < 0 ? A_DAY : half;
        tooLong = part;
    }

    private Instant start() {
        return newest && isPart() ? to.minus(length) : from;
    }

    private Instant end() {
        return !newest && isPart() ? from.plus(length) : to;
    }

    private boolean isPart() {
        return length.compareTo(Duration.between(from, to)) < 0;
    }
}
