package dev.auditlog.fault;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The books find what they are there to find: all runs so far were clean. */
class OrderBooksTest {

    private static final Set<String> ORDERED = Set.of("k");

    @Test
    void success_withEventAndOrder_isClean() {
        OrderBooks books = books(answered(200, 200), ORDERED, event("SUCCESS", 200, "COMMITTED", 1));
        assertDoesNotThrow(books::requireClean);
        assertEquals(List.of(), books.incomplete());
    }

    @Test
    void success_withoutEvent_isLost() {
        assertEquals(1, dirty(answered(200, 200), ORDERED).lost().size());
    }

    @Test
    void success_thatWasRolledBack_isLost() {
        Row rolledBack = event("FAILURE", 500, "ROLLED_BACK", 1);
        assertEquals(1, dirty(answered(500, 200), Set.of(), rolledBack).lost().size());
    }

    @Test
    void failure_withoutEvent_isLost() {
        assertEquals(1, dirty(answered(500, 500), Set.of()).lost().size());
    }

    @Test
    void refusal_withoutEvent_isClean() {
        assertDoesNotThrow(books(answered(200, 503), Set.of())::requireClean);
    }

    @Test
    void order_withoutEvent_isSilent() {
        assertEquals(List.of("k"), dirty(answered(200, 503), ORDERED).silent());
    }

    @Test
    void event_ofACommitWithoutOrder_isUntrue() {
        Row committed = event("SUCCESS", 200, "COMMITTED", 1);
        assertEquals(1, dirty(answered(200, 503), Set.of(), committed).untrue().size());
    }

    @Test
    void event_ofARollbackWithOrder_isContrary() {
        Row rolledBack = event("FAILURE", 500, "ROLLED_BACK", 1);
        assertEquals(
                1, dirty(answered(200, 500), ORDERED, rolledBack).contrary().size());
    }

    @Test
    void event_withAnotherStatus_isWrong() {
        Row failed = event("FAILURE", 500, "COMMITTED", 1);
        assertEquals(1, dirty(answered(200, 200), ORDERED, failed).wrong().size());
    }

    @Test
    void event_withoutStatusAfterACrash_isIncompleteOnly() {
        OrderBooks books = books(answered(200, 200), ORDERED, event("UNKNOWN", 0, "COMMITTED", 1));
        assertDoesNotThrow(books::requireClean);
        assertEquals(1, books.incomplete().size());
    }

    @Test
    void events_twoOfOneCall_areDoubled() {
        Row first = event("SUCCESS", 200, "COMMITTED", 1);
        Row second = event("SUCCESS", 200, "COMMITTED", 2);
        assertEquals(
                1, dirty(answered(200, 200), ORDERED, first, second).doubled().size());
    }

    @Test
    void numbers_thatDoNotGoOnByOne_areAGap() {
        Row second = event("SUCCESS", 200, "COMMITTED", 2);
        assertEquals(1, dirty(answered(200, 200), ORDERED, second).gaps().size());
    }

    private static OrderBooks dirty(Entry entry, Set<String> orders, Row... rows) {
        OrderBooks books = books(entry, orders, rows);
        assertThrows(AssertionError.class, books::requireClean);
        return books;
    }

    private static OrderBooks books(Entry entry, Set<String> orders, Row... rows) {
        return OrderBooks.compare(List.of(entry), List.of(rows), orders);
    }

    private static Entry answered(int wanted, int status) {
        return new Entry(0, "k", wanted, status, status == 200, 1);
    }

    private static Row event(String outcome, int status, String transaction, long sequence) {
        return new Row("id", "k", "OrderResource.flush", status, outcome, transaction, "fault@host-1", sequence);
    }
}
