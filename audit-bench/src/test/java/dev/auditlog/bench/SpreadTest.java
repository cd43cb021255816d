package dev.auditlog.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void of_oddCount_isTheMiddleOne() {
        assertEquals(new Spread(3, 2, 1, 9), Spread.of(List.of(9.0, 1.0, 2.0)));
    }

    @Test
    void of_evenCount_isBetweenTheMiddleOnes() {
        assertEquals(new Spread(4, 2.5, 1, 9), Spread.of(List.of(9.0, 1.0, 2.0, 3.0)));
    }

    @Test
    void of_nothing_isZero() {
        assertEquals(new Spread(0, 0, 0, 0), Spread.of(List.of()));
    }
}
