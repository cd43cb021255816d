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
        afterwards.await(() -> done.add("first"));
        afterwards.await(() -> !done.add("second"));
        afterwards.await(() -> done.add("third"));
        afterwards.run();
        assertEquals(List.of(), done);
        assertFalse(afterwards.awaitAll());
        assertEquals(List.of("first", "second", "third"), done);
    }

    @Test
    void wait_thatComesAfterTheEnd_isDoneAtOnce() {
        assertTrue(afterwards.awaitAll());
        afterwards.await(() -> done.add("late"));
        assertEquals(List.of("late"), done);
    }

    @Test
    void waits_beyondTheLimit_areDoneWithTheOldestFirst() {
        afterwards.await(() -> !done.add("oldest"));
        for (int i = 0; i < Afterwards.MAX_WAITS; i++) {
            afterwards.await(() -> true);
        }
        assertEquals(List.of("oldest"), done);
        assertFalse(afterwards.awaitAll(), "it is not forgotten that it failed");
    }
}
