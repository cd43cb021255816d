package dev.auditlog.web.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NewEventsTest {

    private static final Instant MADE = Instant.parse("2026-11-25T12:00:00Z");

    @Test
    void list_ofOldEvents_countsFromAMinuteBefore_andKnowsOfNone() {
        assertEquals(
                new NewEvents(MADE.minusSeconds(60), 0),
                NewEvents.of(List.of(MADE.minusSeconds(61)), MADE, Instant.EPOCH));
        assertEquals(new NewEvents(MADE.minusSeconds(60), 0), NewEvents.of(List.of(), MADE, Instant.EPOCH));
    }

    @Test
    void events_ofTheLastMinute_areKnown() {
        List<Instant> shown = List.of(
                MADE.minusSeconds(1),
                MADE.minusSeconds(60),
                MADE.minusSeconds(60).minusNanos(1_000));
        assertEquals(new NewEvents(MADE.minusSeconds(60), 2), NewEvents.of(shown, MADE, Instant.EPOCH));
    }

    @Test
    void range_shorterThanAMinute_isTheBeginning() {
        Instant from = MADE.minusSeconds(30);
        assertEquals(new NewEvents(from, 1), NewEvents.of(List.of(MADE.minusSeconds(3)), MADE, from));
    }

    @Test
    void page_thatIsFullOfTheLastMinute_countsWhatIsNewerThanItsFirst() {
        List<Instant> shown = IntStream.range(0, SearchPage.PAGE_SIZE)
                .mapToObj(i -> MADE.minusMillis(100L * i))
                .toList();
        assertEquals(new NewEvents(MADE.plusNanos(1_000), 0), NewEvents.of(shown, MADE, Instant.EPOCH));
    }
}
