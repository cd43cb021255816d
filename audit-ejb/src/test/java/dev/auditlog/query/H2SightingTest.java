package dev.auditlog.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.store.AuditDatabase;
import org.junit.jupiter.api.Test;

/** The same with most of the events in the table of sightings. */
class H2SightingTest extends H2TimeQualifierTest {

    @Override
    void prepare(AuditDatabase database) {
        RollUp rollUp = new RollUp(database);
        long taken = 0;
        for (long some = rollUp.advance(); some > 0; some = rollUp.advance()) {
            taken += some;
        }
        assertEquals(800, taken);
    }

    @Test
    void first_whileTheTableIsKept_isAnsweredByIt() {
        EventQuery known = FirstKnown.in(EventQuery.parse("first:ip"), asking());
        Condition.FirstSeen seen =
                (Condition.FirstSeen) known.terms().get(0).conditions().get(0);
        assertTrue(
                !seen.added().isEmpty() && !seen.removed().isEmpty(), "of the last events, which came late: " + seen);
    }
}
