package dev.auditlog.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.store.AuditDatabase;
import dev.auditlog.store.EventRows;
import dev.auditlog.store.TestDatabases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventWatchTest {

    private final List<Integer> limits = new ArrayList<>();
    private final QueryGate gate = new QueryGate(2, Duration.ofSeconds(2));
    private AuditDatabase database;
    private EventWatch watch;

    @BeforeEach
    void open() {
        database = AuditDatabase.open(
                TimeLimits.watching(TestDatabases.derby(), limits), AuditDatabase.Options.defaults());
        watch = new JpaEventWatch(new Asking(database, gate, Duration.ofSeconds(20)));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void insert(int twins) {
        database.write(em -> {
            LongStream.rangeClosed(1, twins).mapToObj(QueryEvents::twin).forEach(e -> em.persist(EventRows.of(e)));
            return null;
        });
    }

    private static EventQuery since(Duration before) {
        return EventQuery.all().between(QueryEvents.TWINS.minus(before), QueryEvents.TWINS.plusSeconds(1));
    }

    @Test
    void arrived_countsWhatMatches_inASecondAtMost() {
        insert(3);
        limits.clear();
        assertEquals(new EventTotal(3, true), watch.arrived(since(Duration.ofSeconds(1))));
        assertEquals(List.of(1), limits);
        assertEquals(
                new EventTotal(0, true),
                watch.arrived(
                        EventQuery.all().between(QueryEvents.TWINS.plusSeconds(1), QueryEvents.TWINS.plusSeconds(2))));
    }

    @Test
    void arrived_ofMany_saysAThousand_andThatThereAreMore() {
        insert(1_001);
        assertEquals(new EventTotal(1_000, false), watch.arrived(since(Duration.ofSeconds(1))));
    }

    @Test
    void watch_takesHalfOfThePlacesAtMost_andDoesNotWaitForLong() {
        insert(1);
        long begun = System.nanoTime();
        gate.runAside(
                Duration.ZERO,
                () -> assertThrows(TooManyQueriesException.class, () -> watch.arrived(since(Duration.ofSeconds(1)))));
        assertTrue(System.nanoTime() - begun < Duration.ofSeconds(2).toNanos());
    }
}
