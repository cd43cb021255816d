package dev.auditlog.query;

import dev.auditlog.store.EventIds;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ids in the months of the table's partitions on PostgreSQL, for a page's rows are nearly always in the one beside the cursor. */
final class Months {

    private static final int MILLIS_SHIFT = 16; // of a UUIDv7's upper half, RFC 9562, 5.7

    /**
     * Ids of a time.
     *
     * @param from inclusive; null without a lower end
     * @param to exclusive; null without an upper end
     */
    record Ids(@Nullable String from, @Nullable String to) {

        static final Ids ALL = new Ids(null, null);

        private boolean meets(EventQuery query) {
            boolean before = to != null
                    && EventSql.idFrom(query)
                            .filter(low -> low.compareTo(to) >= 0)
                            .isPresent();
            boolean after = from != null
                    && EventSql.idTo(query)
                            .filter(high -> high.compareTo(from) <= 0)
                            .isPresent();
            return !before && !after;
        }
    }

    private Months() {}

    /** All ids that a query can find, those nearest to the cursor first: a month, the next one, and the rest. */
    static List<Ids> of(EventQuery query, EventCursor cursor, Instant now) {
        boolean descending = EventSql.descending(query, cursor);
        Instant edge = cursor.isStart() ? descending ? latest(query, now) : query.from() : time(cursor.id());
        if (edge == null) {
            return List.of(Ids.ALL);
        }
        LocalDate month = edge.atZone(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1);
        String near = lowest(descending ? month : month.plusMonths(1));
        String far = lowest(descending ? month.minusMonths(1) : month.plusMonths(2));
        Stream<Ids> all = descending
                ? Stream.of(new Ids(near, null), new Ids(far, near), new Ids(null, far))
                : Stream.of(new Ids(null, near), new Ids(near, far), new Ids(far, null));
        return all.filter(ids -> ids.meets(query)).toList();
    }

    /** Of what a query without a cursor finds; nearly nothing is later than now. */
    private static Instant latest(EventQuery query, Instant now) {
        Instant to = query.to();
        return to == null || to.isAfter(now) ? now : to;
    }

    private static Instant time(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> MILLIS_SHIFT);
    }

    private static String lowest(LocalDate month) {
        return EventIds.lowest(month.atStartOfDay(ZoneOffset.UTC).toInstant()).toString();
    }
}
