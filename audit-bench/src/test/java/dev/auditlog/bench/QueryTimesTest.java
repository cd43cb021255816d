package dev.auditlog.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class QueryTimesTest {

    private static QueryTimes times(double targetMillis, QueryCase.Asking asking) {
        QueryTimes times = new QueryTimes(
                new QueryCase(QueryCases.FIRST_PAGE, "actor:alice", QueryFilters.MANY, "all", targetMillis, asking));
        times.warmUp();
        for (int i = 0; i < 20; i++) {
            times.measure();
        }
        return times;
    }

    @Test
    void times_ofQuickQuery_areAllButTheFirst() {
        QueryTimes times = times(100_000, () -> 50);
        assertEquals(20, times.count());
        assertEquals(50, times.rows());
        assertTrue(times.quantile(0.5) <= times.quantile(0.95) && times.quantile(0.95) <= times.quantile(1));
        assertTrue(times.isMet());
    }

    @Test
    void times_aboveTheTarget_missIt() {
        assertFalse(times(0.000001, () -> 50).isMet());
    }

    @Test
    void times_ofFailure_missTheTargetAndSayWhy() {
        QueryTimes times = times(100_000, () -> {
            throw new IllegalStateException("no such column");
        });
        assertFalse(times.isMet());
        assertEquals("no such column", times.failure());
    }

    @Test
    void lines_ofTimes_areATableForEachKind() {
        List<String> lines = QueryTables.lines(List.of(times(100_000, () -> 50)));
        assertEquals("### " + QueryCases.FIRST_PAGE, lines.get(0));
        assertTrue(lines.get(4).startsWith("| actor:alice | "), lines.get(4));
        assertEquals("1 of 1 meet the target: p95 within 100,000 ms.", lines.get(6));
    }
}
