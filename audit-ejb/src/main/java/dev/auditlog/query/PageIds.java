package dev.auditlog.query;

import dev.auditlog.store.Dialect;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the ids of a page. On PostgreSQL a plan that is right for what matches often takes minutes for what matches never,
 * and the planner guesses which of both it is: for two conditions as if one had nothing to do with the other. So a filter of
 * which the index of terms knows something is answered in a few steps, of which none can take long. ADR 0073. On Derby
 * segments know most, and the rest goes the same steps. ADR 0076.
 */
final class PageIds {

    /** Events next to the cursor that are looked at one by one: enough for what one event in a hundred matches. */
    private static final int LOOKED_AT = 5_000;

    /** The same where some match nearby: enough for one event in a thousand. */
    private static final int LOOKED_AT_FOR_MORE = 50_000;

    /** Matches that are fetched by the index and sorted here: more of them are so many that the next step finds them soon. */
    private static final int GATHERED = 5_000;

    /**
     * Rows at least that the planner is asked for. For one or two it reads the table backwards until they come, which for what
     * matches never is to its end: 1 to 4 s with a million events, where a page of 50 takes 50 ms.
     */
    private static final int PLANNED = 51;

    private static final String BY_INDEX_OF_TERMS =
            "select set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true)";
    private static final String BY_ANY_INDEX =
            "select set_config('enable_seqscan', 'on', true), set_config('enable_indexscan', 'on', true)";

    private final Asking asking;
    private final int lookedAt;
    private final int lookedAtForMore;
    private final int gathered;
    private final EventSql sql;

    PageIds(Asking asking) {
        this(asking, LOOKED_AT, LOOKED_AT_FOR_MORE, GATHERED);
    }

    /** With other limits than those that are worth it. */
    PageIds(Asking asking, int lookedAt, int lookedAtForMore, int gathered) {
        this.asking = asking;
        this.lookedAt = lookedAt;
        this.lookedAtForMore = lookedAtForMore;
        this.gathered = gathered;
        this.sql = new EventSql(asking.dialect());
    }

    /** At most so many, nearest to the cursor first. */
    List<String> of(EntityManager em, EventQuery query, EventCursor cursor, int rows) {
        return new SegmentIds(asking).of(em, query, cursor, rows).orElseGet(() -> byRows(em, query, cursor, rows));
    }

    private List<String> byRows(EntityManager em, EventQuery query, EventCursor cursor, int rows) {
        boolean indexed = sql.isInSteps(query);
        if (!indexed && !sql.isToldSoon(query)) {
            return ids(em, sql.ids(query, cursor, rows));
        }
        List<String> near = ids(em, sql.nearIds(query, cursor, rows, lookedAt));
        if (near.size() == rows) {
            return near;
        }
        boolean derby = asking.dialect() == Dialect.DERBY; // to which an index of terms is a table that is read
        // where nothing matches nearby, the index is probably sooner there
        Optional<List<String>> found = derby || !near.isEmpty()
                ? near(em, query, cursor, rows).or(() -> gathered(em, query, cursor, rows, indexed))
                : gathered(em, query, cursor, rows, indexed).or(() -> near(em, query, cursor, rows));
        if (found.isPresent()) {
            return found.get();
        }
        List<String> page = ids(em, sql.ids(query, cursor, Math.max(rows, PLANNED)));
        return page.size() <= rows ? page : page.subList(0, rows);
    }

    /** A page among more of the nearest events; empty if that is not full. */
    private Optional<List<String>> near(EntityManager em, EventQuery query, EventCursor cursor, int rows) {
        List<String> near = ids(em, sql.nearIds(query, cursor, rows, lookedAtForMore));
        return near.size() == rows ? Optional.of(near) : Optional.empty();
    }

    /** The nearest of all matches, by months; empty if those of one are too many, or no index knows them. */
    private Optional<List<String>> gathered(
            EntityManager em, EventQuery query, EventCursor cursor, int rows, boolean indexed) {
        if (!indexed) {
            return Optional.empty();
        }
        boolean derby = asking.dialect() == Dialect.DERBY;
        List<String> all = new ArrayList<>();
        for (Months.Ids ids : derby ? List.of(Months.Ids.ALL) : Months.of(query, cursor, Instant.now())) {
            List<String> some = any(em, query, cursor, ids);
            if (some.size() > gathered) {
                return Optional.empty();
            }
            all.addAll(some);
            if (all.size() >= rows) {
                break; // what follows is farther away
            }
        }
        return Optional.of(nearest(all, EventSql.descending(query, cursor), rows));
    }

    private List<String> any(EntityManager em, EventQuery query, EventCursor cursor, Months.Ids range) {
        if (asking.dialect() == Dialect.DERBY) {
            return ids(
                    em,
                    sql.anyIds(query, cursor, range, gathered + 1)); // by reading the table, the fastest way there is
        }
        em.createNativeQuery(BY_INDEX_OF_TERMS).getSingleResult();
        List<String> all = ids(em, sql.anyIds(query, cursor, range, gathered + 1));
        em.createNativeQuery(BY_ANY_INDEX).getSingleResult();
        return all;
    }

    private static List<String> nearest(List<String> ids, boolean descending, int rows) {
        Comparator<String> order = Comparator.naturalOrder(); // like the column's, byte by byte
        return ids.stream()
                .sorted(descending ? order.reversed() : order)
                .limit(rows)
                .toList();
    }

    private List<String> ids(EntityManager em, SqlText query) {
        List<?> ids = asking.prepared(em, query).getResultList();
        return ids.stream().map(String.class::cast).toList();
    }
}
