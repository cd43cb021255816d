package dev.auditlog.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AfterwardsTest {

    private final Afterwards afterwards = new Afterwards();
    private final List<String> done = new ArrayList<>();

    @Test
    void work_waitsForTheEndOfTheCall_andIsDoneOnceInItsOrder() {
        afterwards.add(() -> done.add("first"));
        afterwards.add(() -> done.add("second"));
        assertEquals(List.of(), done);
        afterwards.run();
        afterwards.run();
        assertEquals(List.of("first", "second"), done);
    }

    @Test
    void work_thatComesAfterTheEnd_isDoneAtOnce() {
        afterwards.run();
        afterwards.add(() -> done.add("late"));
        assertEquals(List.of("late"), done);
    }

    @Test
    void waits_comeAtTheEnd_andOneThatFailsIsEnough() {
        afterwards.await(() -> done.add("first"), 1);
        afterwards.await(() -> !done.add("second"), 1);
        afterwards.await(() -> done.add("third"), 1);
        afterwards.run();
        assertEquals(List.of(), done);
        assertFalse(afterwards.awaitAll());
        assertEquals(List.of("first", "second", "third"), done);
    }

    @Test
    void wait_thatComesAfterTheEnd_isDoneAtOnce() {
        assertTrue(afterwards.awaitAll());
        afterwards.await(() -> done.add("late"), 1);
        assertEquals(List.of("late"), done);
    }

    @Test
    void waits_beyondTheLimit_areDoneWithTheOldestFirst() {
        afterwards.await(() -> !done.add("oldest"), 1);
        for (int i = 0; i < Afterwards.MAX_WAITS; i++) {
            afterwards.await(() -> true, 1);
        }
        assertEquals(List.of("oldest"), done);
        assertFalse(afterwards.awaitAll(), "it is not forgotten that it failed");
    }

    @Test
    void waits_beyondTheMemoryOfAllCalls_areDoneWithTheOldestOfTheCallFirst() {
        Afterwards other = new Afterwards();
        other.await(() -> done.add("other"), Afterwards.MAX_BYTES - 20);
        afterwards.await(() -> done.add("first"), 10);
        afterwards.await(() -> done.add("second"), 10);
        assertEquals(List.of(), done);
        afterwards.await(() -> done.add("third"), 15);
        assertEquals(List.of("first", "second"), done);
        other.awaitAll();
        afterwards.await(() -> done.add("fourth"), Afterwards.MAX_BYTES - 15);
        assertEquals(List.of("first", "second", "other"), done);
        assertTrue(afterwards.awaitAll());
        assertEquals(0, Afterwards.heldBytes());
    }

    @Test
    void wait_largerThanTheMemoryOfAllCalls_isHeldAlone() {
        afterwards.await(() -> done.add("small"), 10);
        afterwards.await(() -> done.add("large"), 2 * Afterwards.MAX_BYTES);
        assertEquals(List.of("small"), done);
        afterwards.await(() -> done.add("next"), 10);
        assertEquals(List.of("small", "large"), done);
        assertTrue(afterwards.awaitAll());
    }
}
