package dev.auditlog.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.auditlog.query.Months.Ids;
import dev.auditlog.store.EventIds;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonthsTest {

    private static final Instant NOW = Instant.parse("2026-11-27T16:00:00Z");
    private static final String OCTOBER = lowest("2026-10-01T00:00:00Z");
    private static final String NOVEMBER = lowest("2026-11-01T00:00:00Z");

    private static String lowest(String time) {
        return EventIds.lowest(Instant.parse(time)).toString();
    }

    private static List<Ids> of(EventQuery query) {
        return Months.of(query, EventCursor.start(), NOW);
    }

    @Test
    void of_allTimes_areThisMonthTheOneBeforeAndTheRest() {
        List<Ids> expected = List.of(new Ids(NOVEMBER, null), new Ids(OCTOBER, NOVEMBER), new Ids(null, OCTOBER));
        assertEquals(expected, of(EventQuery.all()));
    }

    @Test
    void of_oldestFirst_areAllWhereNobodyKnowsWhenTheyBegin() {
        assertEquals(List.of(Ids.ALL), of(EventQuery.all().order(Order.OLDEST)));
    }

    @Test
    void of_aRangeOldestFirst_beginAtItsBeginning() {
        EventQuery query = EventQuery.all()
                .between(Instant.parse("2026-09-30T12:00:00Z"), Instant.parse("2026-10-15T00:00:00Z"))
                .order(Order.OLDEST);
        assertEquals(List.of(new Ids(null, OCTOBER), new Ids(OCTOBER, NOVEMBER)), of(query));
    }

    @Test
    void of_aDay_isItsMonth() {
        EventQuery query = EventQuery.all().between(Instant.parse("2026-11-01T00:00:00Z"), NOW);
        assertEquals(List.of(new Ids(NOVEMBER, null)), of(query));
    }

    @Test
    void of_aCursor_beginAtItsTime() {
        Instant there = Instant.parse("2026-11-03T08:00:00Z");
        EventQuery query = EventQuery.all();
        List<Ids> older = Months.of(query, EventCursor.after(EventIds.next(there), query), NOW);
        assertEquals(new Ids(NOVEMBER, null), older.get(0));
        List<Ids> newer = Months.of(query, EventCursor.before(EventIds.next(there), query), NOW);
        assertEquals(new Ids(null, lowest("2026-12-01T00:00:00Z")), newer.get(0));
    }
}
