package dev.auditlog.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.store.AuditDatabase;

/** The same with all but the last few events in segments, which are much smaller than they are. */
class DerbySegmentQueryTest extends DerbyQueryTest {

    private static final int SEGMENT = 7;

    @Override
    void prepare(AuditDatabase database) {
        Follower follower = SegmentWriter.follower(SEGMENT);
        follower.advance(database); // adopts the chains, which no writer has
        long taken = SEGMENT;
        while (follower.advance(database) > 0) {
            taken += SEGMENT;
        }
        long segments = database.read(em -> ((Number) em.createNativeQuery("select count(*) from audit_segment")
                        .getSingleResult())
                .longValue());
        assertTrue(segments > 100, "segments: " + segments);
        assertEquals(segments * SEGMENT, taken);
    }
}
