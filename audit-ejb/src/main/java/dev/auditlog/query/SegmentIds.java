package dev.auditlog.query;

import dev.auditlog.query.Marks.Tail;
import dev.auditlog.query.SegmentScan.Head;
import dev.auditlog.store.Dialect;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Finds events by segments, and in the rows those that are in no segment yet. Segments name the events that may match; the
 * rows themselves say which do. ADR 0076.
 */
final class SegmentIds {

    /** With more events than these beside the segments, those are not worth it. */
    private static final long MOST_BEHIND = 20_000;

    /** So many candidates are looked at in one statement, which always has so many places and is planned once. */
    private static final int LOOKED_AT = 64;

    private static final int FIRST_SEGMENTS = 2;
    private static final int WIDER = 4;
    private static final int MOST_SEGMENTS = 128;

    private final Asking asking;
    private final EventSql sql;

    SegmentIds(Asking asking) {
        this.asking = asking;
        this.sql = new EventSql(asking.dialect());
    }

    /** Whether somebody makes segments of this database's events. */
    static boolean areKept(Dialect dialect) {
        return dialect == Dialect.DERBY;
    }

    /** At most so many ids, nearest to the cursor first; empty if segments know nothing of what is asked for. */
    Optional<List<String>> of(EntityManager em, EventQuery query, EventCursor cursor, int rows) {
        List<SegmentKeys> asked = areKept(asking.dialect()) ? SegmentKeys.of(query) : List.of();
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        // before the segments: what is made meanwhile is found twice, not never
        Marks marks = MarkTable.SEGMENT.marks(em, asking.timeoutMillis());
        if (marks.version() == 0 || marks.behind() > MOST_BEHIND) {
            return Optional.empty();
        }
        Search search = new Search(em, query, cursor, rows);
        marks.tails().forEach(search::addTail);
        MarkTable.SEGMENT
                .strangers(em, asking.timeoutMillis())
                .forEach(chain -> search.addTail(new Tail(chain, 0, Long.MAX_VALUE, true)));
        search.addSegments(new SegmentScan(asking, em, asked));
        return Optional.of(search.found());
    }

    /** One page in the making. */
    private final class Search {

        private final EntityManager em;
        private final EventQuery query;
        private final EventCursor cursor;
        private final int rows;
        private final Deadline deadline = asking.deadline();
        private final boolean descending;
        private final Comparator<String> order; // the column's order is that of its bytes, and of Java's strings here
        private final TreeSet<String> found;

        Search(EntityManager em, EventQuery query, EventCursor cursor, int rows) {
            this.em = em;
            this.query = query;
            this.cursor = cursor;
            this.rows = rows;
            this.descending = EventSql.descending(query, cursor);
            this.order = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
            this.found = new TreeSet<>(order);
        }

        List<String> found() {
            return List.copyOf(found);
        }

        void addTail(Tail tail) {
            add(ids(sql.tailIds(query, cursor, tail, rows)));
        }

        void addSegments(SegmentScan scan) {
            Iterator<Head> heads = scan.heads(query).stream()
                    .sorted(Comparator.comparing(this::begin, order))
                    .filter(head -> !isBefore(head))
                    .iterator();
            Head next = heads.hasNext() ? heads.next() : null;
            for (int wide = FIRST_SEGMENTS; next != null && isWanted(begin(next)); wide = wider(wide)) {
                List<Head> some = new ArrayList<>();
                while (next != null && some.size() < wide) {
                    some.add(next);
                    next = heads.hasNext() ? heads.next() : null;
                }
                confirm(scan.candidates(some));
            }
        }

        private int wider(int wide) {
            return Math.min(MOST_SEGMENTS, wide * WIDER);
        }

        /** The id in a segment that comes first on the page. */
        private String begin(Head head) {
            return descending ? head.high() : head.low();
        }

        /** Whether all of a segment lies on the other side of the cursor. */
        private boolean isBefore(Head head) {
            String last = descending ? head.low() : head.high();
            return !cursor.isStart() && order.compare(last, cursor.id().toString()) <= 0;
        }

        /** Whether an id could still come onto the page. */
        private boolean isWanted(String id) {
            return found.size() < rows || order.compare(id, found.last()) < 0;
        }

        private void confirm(List<String> candidates) {
            List<String> sorted = candidates.stream().sorted(order).toList();
            for (int i = 0; i < sorted.size() && isWanted(sorted.get(i)); i += LOOKED_AT) {
                deadline.check();
                List<String> some = new ArrayList<>(sorted.subList(i, Math.min(sorted.size(), i + LOOKED_AT)));
                while (some.size() < LOOKED_AT) {
                    some.add(some.get(0));
                }
                add(ids(sql.confirmedIds(query, cursor, some)));
            }
        }

        private void add(List<String> ids) {
            found.addAll(ids);
            while (found.size() > rows) {
                found.pollLast();
            }
        }

        private List<String> ids(SqlText text) {
            List<?> ids = asking.prepared(em, text).getResultList();
            return ids.stream().map(String.class::cast).toList();
        }
    }
}
