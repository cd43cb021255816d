package dev.auditlog.query;

import dev.auditlog.AuditException;
import dev.auditlog.store.SqlErrors;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Asks the numbers of {@link RollUp} and the rows beside them as if both were from one moment. */
final class RolledSession {

    /** So many events at most are counted from rows beside the numbers; with more of them, those are not worth it. */
    private static final long MOST_BEHIND = 50_000;

    private static final int TRIES = 3;

    private final Asking asking;
    private final EntityManager em;
    private final Duration limit;
    private final Marks marks;

    private RolledSession(Asking asking, EntityManager em, Duration limit, Marks marks) {
        this.asking = asking;
        this.em = em;
        this.limit = limit;
        this.marks = marks;
    }

    /**
     * Runs a block, again where numbers were added meanwhile.
     *
     * @param limit of each statement
     * @return empty if nobody has begun with the numbers, they are far behind, the user may not read them, or there was no
     *     time
     */
    static <T> Optional<T> run(Asking asking, Duration limit, Function<RolledSession, T> block) {
        try {
            return asking.ask(em -> tried(asking, em, limit, block));
        } catch (QueryTimeoutException late) {
            return Optional.empty();
        } catch (AuditException failure) {
            if (SqlErrors.isOfRights(failure)) {
                return Optional.empty(); // of a role that is older than the numbers
            }
            throw failure;
        }
    }

    private static <T> Optional<T> tried(
            Asking asking, EntityManager em, Duration limit, Function<RolledSession, T> block) {
        for (int i = 0; i < TRIES; i++) {
            Marks marks = MarkTable.COUNT.marks(em, limit.toMillis());
            if (marks.version() == 0 || marks.behind() > MOST_BEHIND) {
                return Optional.empty();
            }
            T result = block.apply(new RolledSession(asking, em, limit, marks));
            if (MarkTable.COUNT.version(em, limit.toMillis()) == marks.version()) {
                return Optional.of(result);
            }
        }
        return Optional.empty();
    }

    Marks marks() {
        return marks;
    }

    /** The rows of a statement with several columns. */
    @SuppressWarnings("unchecked") // of a native query
    List<Object[]> rows(SqlText sql) {
        return asking.prepared(em, sql, limit).getResultList();
    }

    /** Sums of numbers by columns, of a query that the numbers can answer; some of them may be negative, to be added to others. */
    List<Object[]> sums(String columns, HourRanges.Part part, RolledQuery query) {
        List<Object[]> rows = new ArrayList<>();
        if (query.negated()) {
            rows.addAll(sums(columns, part, List.of(Counted.ALL), query.shared(), Set.of()));
        }
        matching(columns, part, query).forEach(row -> rows.add(query.negated() ? negative(row) : row));
        return rows;
    }

    private List<Object[]> matching(String columns, HourRanges.Part part, RolledQuery query) {
        List<Counted> kind = List.of(query.kind());
        Predicate<String> test = query.test();
        if (test == null) {
            return sums(columns, part, kind, query.shared(), query.values());
        }
        return sums(columns + ", value_text", part, kind, query.shared(), Set.of()).stream()
                .filter(row -> test.test((String) row[row.length - 2]))
                .toList();
    }

    private static Object[] negative(Object[] row) {
        Object[] negative = row.clone();
        negative[row.length - 1] = -((Number) row[row.length - 1]).longValue();
        return negative;
    }

    /** Sums of numbers by columns, of applications and outcomes that terms ask for; of all values where none are named. */
    List<Object[]> sums(
            String columns, HourRanges.Part part, List<Counted> kinds, List<Term> shared, Collection<String> values) {
        SqlText sql =
                Numbers.sums(columns, kinds.stream().map(part.span()::field).toList(), part.hours());
        String comma = " and value_text in (";
        for (String value : values) {
            sql.add(comma).bind(value);
            comma = ", ";
        }
        sql.add(values.isEmpty() ? "" : ")");
        TermSql terms = new TermSql(sql, new Folding(asking.dialect()), EventQuery.all(), asking.dialect());
        for (Term term : shared) {
            sql.add(" and ");
            terms.add(term);
        }
        return rows(sql.add(" group by ").add(columns));
    }

    CountSql counts() {
        return new CountSql(EventSql.byTime(asking.dialect()));
    }

    Asking asking() {
        return asking;
    }
}
