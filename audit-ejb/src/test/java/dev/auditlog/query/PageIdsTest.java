package dev.auditlog.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.event.AuditEvent;
import dev.auditlog.store.AuditDatabase;
import dev.auditlog.store.EventRows;
import dev.auditlog.store.TestDatabases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

    @Test
    void of_oneRow_isPlannedAsAPage_sinceForOneThePlannerReadsTheTableToItsEnd() {
        List<String> statements = new ArrayList<>();
        try (AuditDatabase watched = AuditDatabase.open(
                TimeLimits.reading(TestDatabases.postgresql(), statements), AuditDatabase.Options.defaults())) {
            Asking one = new Asking(watched, new QueryGate(1, Duration.ZERO), Duration.ofSeconds(20));
            EventQuery query = EventQuery.parse("application:absent");
            assertEquals(List.of(), one.ask(em -> new PageIds(one).of(em, query, EventCursor.start(), 2)));
        }
        String last = statements.get(statements.size() - 1);
        assertTrue(last.endsWith(" fetch first 51 rows only"), last);
    }
}
