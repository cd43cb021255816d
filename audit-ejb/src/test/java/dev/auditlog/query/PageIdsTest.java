package dev.auditlog.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.event.AuditEvent;
import dev.auditlog.store.AuditDatabase;
import dev.auditlog.store.EventIds;
import dev.auditlog.store.EventRows;
import dev.auditlog.store.TestDatabases;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whichever step finds a page, it is the same page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageIdsTest {

    private AuditDatabase database;
    private Asking asking;

    @BeforeAll
    void open() {
        database = AuditDatabase.open(TestDatabases.postgresql(), AuditDatabase.Options.defaults());
        asking = new Asking(database, new QueryGate(1, Duration.ZERO), Duration.ofSeconds(20));
        List<AuditEvent> events = new ArrayList<>(QueryEvents.all());
        LongStream.rangeClosed(1, 30).mapToObj(QueryEvents::twin).forEach(events::add);
        database.write(em -> {
            events.forEach(e -> em.persist(EventRows.of(e)));
            return null;
        });
    }

    @AfterAll
    void close() {
        database.close();
    }

    private List<String> ids(int lookedAt, int gathered, EventQuery query, EventCursor cursor) {
        return asking.ask(em -> new PageIds(asking, lookedAt, 2 * lookedAt, gathered).of(em, query, cursor, 4));
    }

    /** Looking at nothing and gathering nothing leaves the last step only. */
    private List<String> byPlanner(EventQuery query, EventCursor cursor) {
        return ids(1, 0, query, cursor);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1000 | 1000 | application:sample",
                "1000 | 0 | application:sample -outcome:DENIED",
                "1 | 1000 | application:sample type:USER",
                "1 | 3 | application:sample type:USER",
                "1 | 1000 | application:sample application:absent",
                "3 | 10 | application:twins type:USER,SERVICE",
                "7 | 7 | activity:READ,UPDATE type:USER",
                "1000 | 0 | -type:SERVICE", // which no index knows
                "3 | 0 | -type:SERVICE",
                "1 | 0 | reason:absent*",
            })
    void of_eachStepAndOrder_isTheSamePage(int lookedAt, int gathered, String q) {
        for (Order order : Order.values()) {
            EventQuery query = EventQuery.parse(q).order(order);
            List<String> expected = byPlanner(query, EventCursor.start());
            assertEquals(expected, ids(lookedAt, gathered, query, EventCursor.start()));
            if (!expected.isEmpty()) {
                EventCursor next = cursorAfterFirst(query);
                assertEquals(byPlanner(query, next), ids(lookedAt, gathered, query, next));
            }
        }
    }

    private EventCursor cursorAfterFirst(EventQuery query) {
        return new JpaEventFinder(asking).page(query, EventCursor.start(), 1).next();
    }

    @Test
    void of_twins_areFoundByEachStep() {
        EventQuery query = EventQuery.parse("application:sample type:USER");
        assertFalse(byPlanner(query, EventCursor.start()).isEmpty());
    }

    /** Matches are gathered month by month, from whichever end the cursor comes. */
    @Test
    void of_eventsOfSeveralMonths_areInOrderFromEachCursor() {
        EventQuery query = EventQuery.parse("application:months");
        List<String> newestFirst = LongStream.of(-100, -70, -40, -35, -20, -5)
                .mapToObj(days -> written(-days, Instant.now().plus(Duration.ofDays(days))))
                .sorted(Comparator.reverseOrder())
                .toList();
        for (Order order : Order.values()) {
            List<String> expected = new ArrayList<>(newestFirst);
            if (order == Order.OLDEST) {
                Collections.reverse(expected);
            }
            EventQuery ordered = query.order(order);
            assertEquals(expected.subList(0, 4), ids(1, 5, ordered, EventCursor.start()));
            for (int i = 1; i < expected.size(); i++) {
                EventCursor after = EventCursor.after(UUID.fromString(expected.get(i)), ordered);
                List<String> rest = expected.subList(i + 1, Math.min(i + 5, expected.size()));
                assertEquals(rest, ids(1, 5, ordered, after));
            }
        }
    }

    private String written(long sequence, Instant time) {
        AuditEvent event = QueryEvents.twin(sequence)
                .toDraft()
                .id(EventIds.next(time))
                .time(time)
                .application("months")
                .toEvent();
        database.write(em -> {
            em.persist(EventRows.of(event));
            return null;
        });
        return event.id().toString();
    }

    @Test
    void of_oneRow_isPlannedAsAPage_sinceForOneThePlannerReadsTheTableToItsEnd() {
        List<String> statements = new ArrayList<>();
        try (AuditDatabase watched = AuditDatabase.open(
                TimeLimits.reading(TestDatabases.postgresql(), statements), AuditDatabase.Options.defaults())) {
            Asking one = new Asking(watched, new QueryGate(1, Duration.ZERO), Duration.ofSeconds(20));
            watched.write(em -> {
                LongStream.rangeClosed(1, 3).forEach(i -> em.persist(EventRows.of(QueryEvents.twin(i))));
                return null;
            });
            EventQuery query = EventQuery.parse("application:twins");
            List<String> page = one.ask(em -> new PageIds(one, 1, 1, 0).of(em, query, EventCursor.start(), 2));
            assertEquals(2, page.size());
        }
        String last = statements.get(statements.size() - 1);
        assertTrue(last.endsWith(" fetch first 51 rows only"), last);
    }
}
