package dev.auditlog.web.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.auditlog.query.EventPage;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ObjectHistoryTest {

    private static final EventPlace BESIDE = new EventPlace(Samples.LIST, true);

    private static ObjectHistory history(int events, UUID open, EventPlace place) {
        EventPage page = new EventPage(
                IntStream.range(0, events)
                        .mapToObj(i -> Samples.changeOf(events - i, null))
                        .toList(),
                null,
                null);
        return ObjectHistory.of(page, open, place, Samples.WORDS);
    }

    private static List<String> sides(ObjectHistory history) {
        return history.entries().stream().map(ObjectHistory.Entry::side).toList();
    }

    @Test
    void openEvent_isComparedWithTheOneBeforeIt() {
        assertEquals(List.of("", "b", "a", ""), sides(history(4, Samples.id(3), BESIDE)));
        assertEquals(List.of("", "b", "a"), sides(history(3, Samples.id(1), BESIDE)), "the first one is, as the older");
        assertEquals(List.of("b", "a", ""), sides(history(3, Samples.id(99), BESIDE)), "it is on another page");
    }

    @Test
    void singleEvent_hasNothingToBeComparedWith() {
        ObjectHistory history = history(1, Samples.id(1), BESIDE);
        assertFalse(history.isComparable());
        assertEquals(true, history.entries().get(0).current());
    }

    @Test
    void entries_openWhereTheEventIsShown() {
        String parameters = "?q=actor:bob&from=-7d";
        assertEquals(
                "/audit/events" + parameters + "&event=" + Samples.id(2),
                history(2, Samples.id(1), BESIDE).entries().get(0).url());
        assertEquals(
                "/audit/events/" + Samples.id(2) + parameters,
                history(2, Samples.id(1), new EventPlace(Samples.LIST, false))
                        .entries()
                        .get(0)
                        .url());
    }
}
