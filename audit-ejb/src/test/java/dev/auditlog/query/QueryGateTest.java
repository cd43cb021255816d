package dev.auditlog.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class QueryGateTest {

    private final QueryGate gate = new QueryGate(4, Duration.ZERO);

    @Test
    void readers_ofAll_takeHalfOfThePlacesAtMost() {
        String answer = gate.runAside(
                Duration.ZERO,
                () -> gate.runAside(Duration.ZERO, () -> {
                    assertThrows(
                            TooManyQueriesException.class, () -> gate.runAside(Duration.ZERO, () -> "a third reader"));
                    return gate.run(() -> gate.run(() -> "the console goes on"));
                }));
        assertEquals("the console goes on", answer);
    }

    @Test
    void readers_whileTheConsoleHasAllPlaces_waitInTurn() {
        gate.run(() -> gate.run(() -> gate.run(() -> gate.run(() ->
                assertThrows(TooManyQueriesException.class, () -> gate.runAside(Duration.ZERO, () -> "too early"))))));
        assertEquals("afterwards", gate.runAside(Duration.ZERO, () -> "afterwards"));
    }

    @Test
    void reader_ofAGateWithOnePlace_getsIt() {
        assertEquals("alone", new QueryGate(1, Duration.ZERO).runAside(Duration.ZERO, () -> "alone"));
    }
}
