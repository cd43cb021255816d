package dev.auditlog.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
}
