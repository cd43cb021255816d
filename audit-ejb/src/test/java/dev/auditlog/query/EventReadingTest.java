package dev.auditlog.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.event.AuditEvent;
import dev.auditlog.store.EventIds;
import dev.auditlog.store.EventSelect.Found;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reading from a database that needs too long for a long range. */
class EventReadingTest {

    private static final Instant START = Instant.parse("2001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-11-25T00:00:00Z");

    private final List<AuditEvent> stored = new ArrayList<>();
    private Duration longest = Duration.ofDays(100_000);
    private int asked;

    private void store(Instant time) {
        stored.add(AuditEvent.draft("Thing.run")
                .id(EventIds.next(time))
                .time(time)
                .application("a")
                .node("n")
                .toEvent());
    }

    private List<Found> page(EventQuery query, @Nullable UUID after) {
        asked++;
        if (Duration.between(query.from(), query.to()).compareTo(longest) > 0) {
            throw QueryMessages.timeout(Duration.ofSeconds(10), new IllegalStateException());
        }
        Stream<AuditEvent> found = stored.stream()
                .filter(e -> !e.time().isBefore(query.from()) && e.time().isBefore(query.to()));
        if (after != null) {
            String last = after.toString();
            found = found.filter(e -> (e.id().toString().compareTo(last) < 0) == (query.order() == Order.NEWEST)
                    && !e.id().equals(after));
        }
        List<Found> rows = new ArrayList<>(found.map(e -> new Found(e, false)).toList());
        rows.sort((a, b) -> a.event().id().toString().compareTo(b.event().id().toString()));
        if (query.order() == Order.NEWEST) {
            Collections.reverse(rows);
        }
        return rows.subList(0, Math.min(rows.size(), EventFinder.MAX_LIMIT));
    }

    private List<AuditEvent> all(Order order) {
        EventQuery query = EventQuery.all().between(START, END).order(order);
        List<AuditEvent> all = new ArrayList<>();
        new EventReading(this::page, event -> event, new Windows(query, END)).forEachRemaining(all::add);
        return all;
    }

    @ParameterizedTest
    @EnumSource
    void reading_fromASlowDatabase_isTheWholeResultInParts(Order order) {
        longest = Duration.ofDays(40);
        IntStream.range(0, 500).forEach(i -> store(START.plus(Duration.ofMinutes(i))));
        IntStream.range(0, 2_500)
                .forEach(i -> store(START.plus(Duration.ofDays(9_000)).plusSeconds(i)));
        List<AuditEvent> expected = new ArrayList<>(stored);
        if (order == Order.NEWEST) {
            Collections.reverse(expected);
        }
        assertEquals(expected, all(order));
        assertTrue(asked < 1_000, () -> "empty years pass in few steps: " + asked);
    }

    @ParameterizedTest
    @EnumSource
    void reading_whereOnlyHoursAnswerInTime_isTheWholeResult(Order order) {
        longest = Duration.ofHours(5);
        store(END.minus(Duration.ofDays(3)));
        store(END.minusNanos(1_000));
        List<AuditEvent> expected = new ArrayList<>(stored);
        if (order == Order.NEWEST) {
            Collections.reverse(expected);
        }
        EventQuery query =
                EventQuery.all().between(END.minus(Duration.ofDays(30)), END).order(order);
        List<AuditEvent> all = new ArrayList<>();
        new EventReading(this::page, event -> event, new Windows(query, END)).forEachRemaining(all::add);
        assertEquals(expected, all);
    }

    @Test
    void reading_fromADatabaseThatNeverAnswers_fails() {
        longest = Duration.ZERO;
        store(START);
        assertThrows(QueryTimeoutException.class, () -> all(Order.NEWEST));
        assertTrue(asked < 30, () -> "it does not try for ever: " + asked);
    }

    @Test
    void reading_fromAQuickDatabase_isOneStatementForEachPage() {
        IntStream.range(0, 2_500).forEach(i -> store(START.plusSeconds(i)));
        assertEquals(2_500, all(Order.OLDEST).size());
        assertEquals(3, asked);
    }
}
