package dev.auditlog.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.event.Actor;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Source;
import dev.auditlog.store.AuditDatabase;
import dev.auditlog.store.EventIds;
import dev.auditlog.store.EventRows;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hours, and addresses that are new for an actor, over a year of 900 events: the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TimeQualifierContract {

    private static final Instant START = Instant.parse("2025-12-20T00:00:00Z");
    private static final Duration YEAR = Duration.ofDays(400);
    private static final int EVENTS = 900;
    private static final int BEFORE = 800;

    private final List<AuditEvent> events = new ArrayList<>();
    private AuditDatabase database;
    private EventFinder finder;

    /** An empty database. */
    abstract DataSource fresh();

    @BeforeAll
    void open() {
        database = AuditDatabase.open(fresh(), AuditDatabase.Options.defaults());
        finder = new JpaEventFinder(asking());
        Random random = new Random(20261129);
        for (int i = 0; i < EVENTS; i++) {
            long second = random.nextLong(YEAR.toSeconds());
            events.add(event(i + 1, START.plusSeconds(second), random));
        }
        write(events.subList(0, BEFORE));
        if (isKept()) {
            keep();
        }
        write(events.subList(BEFORE, EVENTS));
        events.sort((a, b) -> a.id().compareTo(b.id()));
    }

    final Asking asking() {
        return new Asking(database, new QueryGate(4, Duration.ofSeconds(2)), Duration.ofSeconds(20));
    }

    /** Whether somebody keeps the table of sightings, of most of the events. */
    boolean isKept() {
        return false;
    }

    private void keep() {
        RollUp rollUp = new RollUp(database);
        long taken = 0;
        for (long some = rollUp.advance(); some > 0; some = rollUp.advance()) {
            taken += some;
        }
        assertEquals(BEFORE, taken);
    }

    @Test
    void first_whileTheTableIsKept_isAnsweredByIt_elseByTheRows() {
        EventQuery known = FirstKnown.in(EventQuery.parse("first:ip"), asking());
        Condition condition = known.terms().get(0).conditions().get(0);
        assertEquals(isKept(), condition instanceof Condition.FirstSeen);
        if (condition instanceof Condition.FirstSeen seen) {
            assertTrue(
                    !seen.added().isEmpty() && !seen.removed().isEmpty(),
                    "of the last events, which came late: " + seen);
        }
    }

    private void write(List<AuditEvent> some) {
        database.write(em -> {
            some.forEach(e -> em.persist(EventRows.of(e)));
            return null;
        });
    }

    @AfterAll
    void close() {
        database.close();
    }

    private static AuditEvent event(long sequence, Instant time, Random random) {
        AuditEvent.Draft draft = AuditEvent.draft("Order.read")
                .id(EventIds.next(time))
                .time(time)
                .recordedAt(time)
                .application("sample")
                .node("n1")
                .sequence(sequence);
        String ip = "10.0.0." + random.nextInt(4);
        int actor = random.nextInt(6);
        return switch (actor) {
            case 0 -> draft.source(new Source(ip, ip, List.of(), Source.RULE_PEER))
                    .toEvent();
            case 1 -> draft.actor(Actor.user("nowhere")).toEvent();
            default -> draft.actor(Actor.user("actor" + actor))
                    .source(new Source(ip, ip, List.of(), Source.RULE_PEER))
                    .toEvent();
        };
    }

    private List<Long> found(String q, Instant from, Instant to) {
        EventQuery query = EventQuery.parse(q).between(from, to).order(Order.OLDEST);
        List<Long> found = finder.page(query, EventCursor.start(), 1_000).events().stream()
                .map(AuditEvent::sequence)
                .toList();
        assertEquals(found.size(), finder.count(query).value());
        return found;
    }

    private List<Long> expected(Predicate<AuditEvent> matching) {
        return events.stream().filter(matching).map(AuditEvent::sequence).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "08-18, 0, 6, 08:00, 600, Z",
        "08:30-17:15@Europe/Berlin, 0, 6, 08:30, 525, Europe/Berlin",
        "mon-fri/08:00-18:00@Europe/Berlin, 0, 4, 08:00, 600, Europe/Berlin",
        "mon-fri/08-18@america/new_york, 0, 4, 08:00, 600, America/New_York",
        "sat-mon/22-06@Australia/Lord_Howe, 5, 0, 22:00, 480, Australia/Lord_Howe",
        "fri/22:30-06@Asia/Kathmandu, 4, 4, 22:30, 450, Asia/Kathmandu",
        "sun/00-24@-03:00, 6, 6, 00:00, 1440, -03:00",
    })
    void hours_overAYearWithChangesOfTheClock_areThoseOfTheZonesClock(
            String value, int firstDay, int lastDay, String start, int minutes, String zone) {
        Predicate<AuditEvent> in = e -> isIn(e, firstDay, lastDay, start, minutes, zone);
        assertFalse(expected(in).isEmpty());
        assertEquals(expected(in), found("hours:" + value, START, START.plus(YEAR)));
        assertEquals(expected(in.negate()), found("-hours:" + value, START, START.plus(YEAR)));
    }

    private static boolean isIn(AuditEvent e, int firstDay, int lastDay, String start, int minutes, String zone) {
        ZonedDateTime local = e.time().atZone(ZoneId.of(zone));
        int minute = local.toLocalTime().toSecondOfDay() / 60;
        int since = Math.floorMod(minute - LocalTime.parse(start).toSecondOfDay() / 60, 1_440);
        int day = local.minusMinutes(since).getDayOfWeek().getValue() - 1;
        boolean sameDay = Math.floorMod(day - firstDay, 7) <= Math.floorMod(lastDay - firstDay, 7);
        return since < minutes && sameDay;
    }

    @Test
    void hours_withoutARange_areJudgedByTheClockOfTheirTime() {
        EventQuery query = EventQuery.parse("hours:mon-fri/08-18@Europe/Berlin").order(Order.OLDEST);
        List<Long> found = finder.page(query, EventCursor.start(), 1_000).events().stream()
                .map(AuditEvent::sequence)
                .toList();
        assertEquals(expected(e -> isIn(e, 0, 4, "08:00", 600, "Europe/Berlin")), found);
    }

    @Test
    void firstIp_ofAYear_areTheEventsWithoutAnotherOfActorAndAddressInTheThirtyDaysBefore() {
        List<Long> expected = expected(this::isFirst);
        assertFalse(expected.isEmpty());
        assertEquals(expected, found("first:ip", START, START.plus(YEAR)));
        assertEquals(expected(e -> !isFirst(e)), found("-first:ip", START, START.plus(YEAR)));
    }

    @Test
    void firstIp_ofEachWeek_areTogetherThoseOfTheYear() {
        List<Long> found = new ArrayList<>();
        for (Instant from = START; from.isBefore(START.plus(YEAR)); from = from.plus(Duration.ofDays(7))) {
            found.addAll(found("FIRST:IP", from, from.plus(Duration.ofDays(7))));
        }
        assertEquals(expected(this::isFirst), found);
    }

    @Test
    void firstIp_withAnotherTerm_isBoth() {
        assertEquals(
                expected(e -> isFirst(e) && "actor3".equals(e.actor().id())),
                found("first:ip actor:actor3", START, START.plus(YEAR)));
        assertEquals(
                expected(e -> isFirst(e) && isIn(e, 0, 6, "08:00", 600, "Z")),
                found("hours:08-18 first:ip", START, START.plus(YEAR)));
        assertEquals(
                expected(e -> !isFirst(e) && isIn(e, 0, 6, "08:00", 600, "Z")),
                found("hours:08-18 -first:ip", START, START.plus(YEAR)));
    }

    private boolean isFirst(AuditEvent e) {
        return e.source() != null
                && e.actor().id() != null
                && events.stream()
                        .filter(p -> p.id().compareTo(e.id()) < 0)
                        .filter(p -> !p.time().isBefore(e.time().minus(Duration.ofDays(30))))
                        .filter(p -> Objects.equals(p.actor().id(), e.actor().id()))
                        .noneMatch(p -> p.source() != null
                                && p.source().ip().equals(e.source().ip()));
    }
}
