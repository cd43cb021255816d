package dev.auditlog.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final Turns turns = new Turns();
    private final List<String> passed = new CopyOnWriteArrayList<>();

    private CompletableFuture<Void> pass(long turn, String name) {
        return CompletableFuture.runAsync(() -> {
            turns.await(turn);
            passed.add(name);
            turns.leave(turn);
        });
    }

    @Test
    void await_ofALaterTurn_waitsUntilTheEarlierOneLeft() throws Exception {
        long first = turns.take();
        long second = turns.take();
        CompletableFuture<Void> later = pass(second, "second");
        passed.add("first");
        turns.leave(first);
        later.get(10, TimeUnit.SECONDS);
        assertEquals(List.of("first", "second"), passed);
    }

    @Test
    void await_behindOneThatNeverLeaves_passesItAfterSomeTime() throws Exception {
        long start = System.nanoTime();
        turns.take();
        pass(turns.take(), "second").get(10, TimeUnit.SECONDS);
        assertTrue(System.nanoTime() - start >= Turns.PATIENCE.toNanos());
    }

    @Test
    void await_ofTheFirst_andOfNone_passesAtOnce() {
        turns.await(turns.take());
        turns.await(0);
        assertEquals(List.of(), passed);
    }

    @Test
    void leave_ofOneInTheMiddle_holdsNobodyUp() throws Exception {
        long first = turns.take();
        long second = turns.take();
        long third = turns.take();
        turns.leave(second);
        CompletableFuture<Void> last = pass(third, "third");
        turns.leave(first);
        last.get(10, TimeUnit.SECONDS);
        assertEquals(List.of("third"), passed);
    }
}
