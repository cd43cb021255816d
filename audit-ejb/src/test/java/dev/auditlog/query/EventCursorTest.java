package dev.auditlog.query;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventCursorTest {

    private static final UUID ID = UUID.fromString("01935f2a-7c1d-7000-8000-00000000002a");
    private static final EventQuery QUERY = EventQuery.parse("actor:alice");

    @Test
    void parse_ofItsText_isTheSamePlace() {
        EventCursor cursor = EventCursor.parse(EventCursor.before(ID, QUERY).toText());
        assertEquals(ID, cursor.id());
        assertTrue(cursor.backward());
        assertEquals(EventCursor.before(ID, QUERY), cursor);
        assertFalse(EventCursor.parse(EventCursor.after(ID, QUERY).toText()).backward());
    }

    @Test
    void parse_nothing_isTheStart() {
        assertTrue(EventCursor.parse("").isStart());
        assertTrue(EventCursor.parse(null).isStart());
        assertEquals("", EventCursor.start().toText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "!!", "AQA", "' OR '1'='1", "AgABk18qfB1wAIAAAAAAAAAqAAAAAAAAAAA", "ä"})
    void parse_anythingElse_isRefused(String text) {
        var thrown = assertThrows(QuerySyntaxException.class, () -> EventCursor.parse(text));
        assertEquals("AUD-0512", thrown.code());
    }

    @Test
    void check_otherQueryOrOrder_isRefused() {
        EventCursor cursor = EventCursor.after(ID, QUERY);
        var thrown =
                assertThrows(QuerySyntaxException.class, () -> cursor.checkBelongsTo(EventQuery.parse("actor:bob")));
        assertEquals("AUD-0513", thrown.code());
        assertThrows(QuerySyntaxException.class, () -> cursor.checkBelongsTo(QUERY.order(Order.OLDEST)));
    }

    @Test
    void check_sameQueryWithMovedTimes_passes() {
        Instant noon = Instant.parse("2026-11-24T12:00:00Z");
        EventQuery moved = EventQuery.parse(" ACTOR:alice ").between(noon, noon.plusSeconds(1));
        assertDoesNotThrow(() -> EventCursor.after(ID, QUERY).checkBelongsTo(moved));
    }
}
