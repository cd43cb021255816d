package dev.auditlog.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.auditlog.event.AuditEvent;
import dev.auditlog.store.AuditDatabase;
import dev.auditlog.store.EventIds;
import dev.auditlog.store.EventRows;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Reading all that there is, the same on every database: more than two pages of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReadingContract {

    private static final int TWINS = 2_500;

    private AuditDatabase database;
    private EventFinder finder;
    private List<AuditEvent> stored;

    /** An empty database. */
    abstract DataSource fresh();

    @BeforeAll
    void open() {
        database = AuditDatabase.open(fresh(), AuditDatabase.Options.defaults());
        finder = new JpaEventFinder(new Asking(database, new QueryGate(1, Duration.ZERO), Duration.ofSeconds(20)));
        stored = Stream.concat(
                        QueryEvents.all().stream(),
                        LongStream.rangeClosed(1, TWINS).mapToObj(QueryEvents::twin))
                .sorted(Comparator.comparing((AuditEvent event) -> event.id().toString()))
                .toList();
        insert(stored);
    }

    @AfterAll
    void close() {
        database.close();
    }

    private void insert(List<AuditEvent> events) {
        database.write(em -> {
            events.forEach(e -> em.persist(EventRows.of(e)));
            return null;
        });
    }

    private static AuditEvent at(Instant time, long sequence) {
        return AuditEvent.draft("Late.run")
                .id(EventIds.next(time))
                .time(time)
                .recordedAt(time)
                .application("late")
                .node("n3")
                .sequence(sequence)
                .toEvent();
    }

    private static List<AuditEvent> rest(Iterator<AuditEvent> events) {
        List<AuditEvent> rest = new ArrayList<>();
        events.forEachRemaining(rest::add);
        return rest;
    }

    @Test
    void all_oldestFirst_isEachEventWholeInItsOrder() {
        EventQuery query = EventQuery.parse("-application:late").order(Order.OLDEST);
        assertEquals(stored, rest(finder.all(query)));
    }

    @Test
    void all_newestFirst_isTheSameTurnedAround() {
        List<AuditEvent> turned = new ArrayList<>(stored);
        Collections.reverse(turned);
        assertEquals(turned, rest(finder.all(EventQuery.parse("-application:late"))));
    }

    @Test
    void all_withAFilter_isWhatItsPagesAre() {
        EventQuery query = EventQuery.parse("actor:alice").order(Order.OLDEST);
        EventPage page = finder.wholePage(query, EventCursor.start(), 1_000);
        assertEquals(3, page.events().size());
        assertEquals(page.events(), rest(finder.all(query)));
    }

    @Test
    void all_withNothingThere_isEmpty() {
        assertFalse(finder.all(EventQuery.parse("actor:nobody")).hasNext());
        Instant future = Instant.now().plusSeconds(3_600);
        assertFalse(finder.all(EventQuery.all().between(future, future.plusSeconds(1)))
                .hasNext());
    }

    @Test
    void all_whileOthersWrite_endsWhereItBeganAndHasNoneTwice() {
        EventQuery query = EventQuery.all().order(Order.OLDEST);
        Iterator<AuditEvent> reading = finder.all(query);
        AuditEvent first = reading.next();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        insert(List.of(at(now.plusSeconds(60), 1), at(now.minusSeconds(60), 2)));
        List<AuditEvent> rest = rest(reading);
        rest.add(0, first);
        assertEquals(new HashSet<>(rest).size(), rest.size());
        assertEquals(
                stored,
                rest.stream().filter(e -> !e.application().equals("late")).toList());
        assertEquals(
                List.of(2L),
                rest.stream()
                        .filter(e -> e.application().equals("late"))
                        .map(AuditEvent::sequence)
                        .toList(),
                "what arrived before the reading began, and nothing later");
    }

    @Test
    void all_betweenTwoPages_holdsNoPlace() {
        Iterator<AuditEvent> reading = finder.all(EventQuery.all());
        for (int i = 0; i < 1_500; i++) {
            reading.next();
            if (i % 500 == 0) {
                assertEquals(3, finder.count(EventQuery.parse("actor:alice")).value(), "the only place is free");
            }
        }
    }

    @Test
    void all_whoseDatabaseGoes_failsInsteadOfEnding() {
        AuditDatabase other = AuditDatabase.open(fresh(), AuditDatabase.Options.defaults());
        other.write(em -> {
            LongStream.rangeClosed(1, 1_001).mapToObj(QueryEvents::twin).forEach(e -> em.persist(EventRows.of(e)));
            return null;
        });
        EventFinder late =
                new JpaEventFinder(new Asking(other, new QueryGate(1, Duration.ZERO), Duration.ofSeconds(20)));
        Iterator<AuditEvent> reading = late.all(EventQuery.all());
        other.close();
        assertThrows(RuntimeException.class, () -> rest(reading));
        assertThrows(RuntimeException.class, reading::hasNext, "and does not come to an end afterwards");
    }
}
