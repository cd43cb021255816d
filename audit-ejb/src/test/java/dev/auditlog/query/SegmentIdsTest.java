package dev.auditlog.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.event.Actor;
import dev.auditlog.event.ActorType;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Outcome;
import dev.auditlog.event.Target;
import dev.auditlog.store.AuditDatabase;
import dev.auditlog.store.EventIds;
import dev.auditlog.store.EventRows;
import dev.auditlog.store.TestDatabases;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages found by segments are those of the rows, wherever an event lies. */
class SegmentIdsTest {

    private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");
    private static final int SEGMENT = 20;
    private static final int EVENTS = 410; // ten of them in no segment
    private static final int PAGE = 9;

    private final Random random = new Random(3);
    private final Follower follower = SegmentWriter.follower(SEGMENT);
    private AuditDatabase database;
    private Asking asking;
    private int written;

    @BeforeEach
    void open() {
        database = AuditDatabase.open(TestDatabases.derby(), AuditDatabase.Options.defaults());
        asking = new Asking(database, new QueryGate(1, Duration.ZERO), Duration.ofSeconds(20));
        write(EVENTS);
        assertEquals(EVENTS / SEGMENT * SEGMENT, follow());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void write(int events) {
        database.write(em -> {
            for (int i = 0; i < events; i++) {
                em.persist(EventRows.of(event(++written)));
            }
            return null;
        });
    }

    /** Of times that are out of order by up to some segments. */
    private AuditEvent event(int sequence) {
        Instant time = START.plusMillis(sequence + random.nextInt(3 * SEGMENT));
        int status = List.of(200, 200, 403, 500).get(random.nextInt(4));
        return AuditEvent.draft(random.nextBoolean() ? "Orders.read" : "Bills.read")
                .id(EventIds.next(time))
                .time(time)
                .recordedAt(time)
                .application("app")
                .node("n")
                .sequence(sequence)
                .status(status)
                .outcome(Outcome.ofStatus(status))
                .durationMicros(List.of(5L, 1_000_000L, 60_000_000L).get(random.nextInt(3)))
                .actor(new Actor(
                        "p" + random.nextInt(3),
                        "Person " + random.nextInt(2),
                        ActorType.USER,
                        null,
                        List.of(),
                        "BASIC",
                        null))
                .target(new Target("Order", Integer.toString(random.nextInt(60)), null))
                .toEvent();
    }

    private long follow() {
        long taken = 0;
        for (long some = follower.advance(database); some > 0; some = follower.advance(database)) {
            taken += some;
        }
        return taken;
    }

    private Optional<List<String>> bySegments(EventQuery query, EventCursor cursor, int rows) {
        return asking.ask(em -> new SegmentIds(asking).of(em, query, cursor, rows));
    }

    private List<String> byRows(EventQuery query, EventCursor cursor, int rows) {
        return asking.ask(em -> {
            List<?> ids = asking.prepared(em, new EventSql(asking.dialect()).ids(query, cursor, rows))
                    .getResultList();
            return ids.stream().map(String.class::cast).toList();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application:app",
                "actor:p1",
                "actor:\"person 1\" outcome:DENIED",
                "operation:Orders.* -actor:p0",
                "status:403,500 duration:>1s",
                "target:Order/7,Order/8",
                "chain:app@n outcome:ERROR",
                "actor:p1 application:absent",
                "actor:\"p1 \"",
            })
    void of_eachPageInBothOrders_isThatOfTheRows(String q) {
        for (Order order : Order.values()) {
            for (EventQuery query : times(EventQuery.parse(q).order(order))) {
                walk(query);
            }
        }
    }

    private static List<EventQuery> times(EventQuery query) {
        return List.of(query, query.between(START.plusMillis(100), START.plusMillis(250)));
    }

    /** Forwards to the end, and back from there. */
    private void walk(EventQuery query) {
        List<String> all = byRows(query, EventCursor.start(), EVENTS + 1);
        assertEquals(Optional.of(all), bySegments(query, EventCursor.start(), EVENTS + 1));
        for (int i = 0; i < all.size(); i += 2 * PAGE) {
            EventCursor next = EventCursor.after(UUID.fromString(all.get(i)), query);
            assertEquals(Optional.of(part(all, i + 1, i + 1 + PAGE)), bySegments(query, next, PAGE));
            EventCursor back = EventCursor.before(UUID.fromString(all.get(i)), query);
            List<String> before = new ArrayList<>(part(all, i - PAGE, i));
            Collections.reverse(before);
            assertEquals(Optional.of(before), bySegments(query, back, PAGE));
        }
    }

    private static List<String> part(List<String> all, int from, int to) {
        return all.subList(Math.max(0, from), Math.min(all.size(), to));
    }

    @Test
    void of_eventsWrittenLater_areFoundBeforeAndAfterTheyAreTaken() {
        EventQuery query = EventQuery.parse("application:app");
        write(15);
        assertEquals(
                byRows(query, EventCursor.start(), 50),
                bySegments(query, EventCursor.start(), 50).orElseThrow());
        assertEquals(SEGMENT, follow());
        assertEquals(
                byRows(query, EventCursor.start(), 50),
                bySegments(query, EventCursor.start(), 50).orElseThrow());
    }

    @Test
    void of_eventsOfAChainThatNobodyFollowsYet_areFound() {
        EventQuery query = EventQuery.parse("actor:p1");
        database.write(em -> em.createNativeQuery("update audit_event set chain = 'other@n' where seq > ?1")
                .setParameter(1, EVENTS / SEGMENT * SEGMENT)
                .executeUpdate());
        List<String> all = byRows(query, EventCursor.start(), EVENTS);
        assertEquals(all, bySegments(query, EventCursor.start(), EVENTS).orElseThrow());
    }

    @Test
    void of_deletedEvents_areNotFound() {
        EventQuery query = EventQuery.parse("actor:p1");
        List<String> some = bySegments(query, EventCursor.start(), 5).orElseThrow();
        database.write(em -> em.createNativeQuery("delete from audit_event where id = ?1")
                .setParameter(1, some.get(2))
                .executeUpdate());
        List<String> left = bySegments(query, EventCursor.start(), 4).orElseThrow();
        assertEquals(Stream.of(0, 1, 3, 4).map(some::get).toList(), left);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-actor:p1", "actor:p*", "text", "actor:p1 first:ip", "status:>=500"})
    void of_whatSegmentsDoNotKnow_isLeftToTheRows(String q) {
        assertEquals(Optional.empty(), bySegments(EventQuery.parse(q), EventCursor.start(), PAGE));
    }

    @Test
    void of_nobodyHasBegun_isLeftToTheRows() {
        database.write(em -> em.createNativeQuery("update audit_segment_mark set seq = 0 where chain = ''")
                .executeUpdate());
        assertEquals(Optional.empty(), bySegments(EventQuery.parse("actor:p1"), EventCursor.start(), PAGE));
    }

    @Test
    void page_aSegmentThatHoldsAnEvent_isWhatFindsIt() {
        EventQuery query = EventQuery.parse("actor:p1");
        assertFalse(bySegments(query, EventCursor.start(), PAGE).orElseThrow().isEmpty());
        database.write(em -> em.createNativeQuery("delete from audit_segment").executeUpdate());
        List<String> tail = bySegments(query, EventCursor.start(), EVENTS).orElseThrow();
        assertTrue(tail.size() <= EVENTS % SEGMENT, "only those beside the segments: " + tail);
    }
}
