package dev.auditlog.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackwardsTest {

    private static final Instant FROM = Instant.parse("2026-10-01T00:00:00.000000001Z");
    private static final Instant TO = Instant.parse("2026-11-01T00:00:00.000000999Z");
    private static final TimeRange MONTH = new TimeRange(FROM, TO);

    private final List<TimeRange> pieces = new ArrayList<>();

    @Test
    void walk_enoughTime_coversTheRangeWithoutGapOrOverlap() {
        Backwards walk = new Backwards(MONTH, Duration.ofMinutes(1));
        walk.walk(pieces::add);
        assertTrue(walk.isComplete());
        assertEquals(FROM, walk.reached());
        assertEquals(TO, pieces.get(0).to());
        assertEquals(FROM, pieces.get(pieces.size() - 1).from());
        for (int i = 1; i < pieces.size(); i++) {
            assertEquals(pieces.get(i - 1).from(), pieces.get(i).to());
        }
        assertTrue(pieces.size() > 1 && pieces.size() < 6, () -> "pieces grow while they are fast: " + pieces);
    }

    @Test
    void walk_shortRange_isOnePiece() {
        Backwards walk = new Backwards(new TimeRange(TO.minusSeconds(3_600), TO), Duration.ofMinutes(1));
        walk.walk(pieces::add);
        assertEquals(List.of(new TimeRange(TO.minusSeconds(3_600), TO)), pieces);
        assertTrue(walk.isComplete());
    }

    @Test
    void walk_noTime_doesTheLatestPieceAndSaysHowFarItCame() {
        Backwards walk = new Backwards(MONTH, Duration.ZERO);
        walk.walk(pieces::add);
        assertEquals(1, pieces.size());
        assertEquals(TO, pieces.get(0).to());
        assertEquals(pieces.get(0).from(), walk.reached());
        assertFalse(walk.isComplete());
        assertEquals(Duration.ZERO, walk.left());
    }

    @Test
    void walk_pieceTimesOut_endsBeforeIt() {
        Backwards walk = new Backwards(MONTH, Duration.ofMinutes(1));
        walk.walk(piece -> {
            pieces.add(piece);
            if (pieces.size() == 2) {
                throw QueryMessages.timeout(Duration.ofSeconds(1), new IllegalStateException());
            }
        });
        assertEquals(2, pieces.size());
        assertEquals(pieces.get(0).from(), walk.reached());
        assertFalse(walk.isComplete());
    }
}
