package dev.auditlog.bench.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.Activity;
import dev.auditlog.event.ActorType;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Outcome;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EventStreamTest {

    private static final Instant UNTIL = Instant.parse("2026-11-26T15:30:00Z");
    private static final SeedPlan PLAN = new SeedPlan(60_000, 30, UNTIL, 1);
    private static List<AuditEvent> events = List.of();

    @BeforeAll
    static void makeEvents() throws Exception {
        events = all(PLAN);
    }

    private static List<AuditEvent> all(SeedPlan plan) throws Exception {
        List<AuditEvent> made = new ArrayList<>();
        new EventStream(plan).forEachDay((day, ofDay) -> made.addAll(ofDay));
        return made;
    }

    private static double share(Predicate<AuditEvent> condition) {
        return events.stream().filter(condition).count() / (double) events.size();
    }

    private static ZonedDateTime utc(AuditEvent event) {
        return event.time().atZone(ZoneOffset.UTC);
    }

    @Test
    void stream_sameSeed_isTheSame() throws Exception {
        SeedPlan plan = new SeedPlan(3_000, 5, UNTIL, 7);
        assertEquals(all(plan), all(plan));
        assertNotEquals(all(plan), all(new SeedPlan(3_000, 5, UNTIL, 8)));
    }

    @Test
    void stream_ofAPlan_hasItsEventsWithinItsTime() {
        assertEquals(PLAN.events(), events.size());
        assertEquals(
                events.size(), events.stream().map(AuditEvent::id).distinct().count());
        Instant from = UNTIL.minusSeconds(30 * 86_400);
        assertTrue(events.stream()
                .allMatch(e -> !e.time().isBefore(from) && e.time().isBefore(UNTIL)));
    }

    @Test
    void chains_ofAllNodes_countWithoutAGap() throws Exception {
        EventStream stream = new EventStream(PLAN);
        Map<String, AuditEvent> last = new HashMap<>();
        stream.forEachDay((day, ofDay) -> ofDay.forEach(event -> {
            AuditEvent before = last.put(event.chain(), event);
            assertEquals(before == null ? 1 : before.sequence() + 1, event.sequence());
            Instant recorded = Objects.requireNonNull(event.recordedAt());
            assertFalse(recorded.isBefore(event.time().plusNanos(event.durationMicros() * 1_000)));
            assertTrue(before == null || !recorded.isBefore(before.recordedAt()));
        }));
        assertEquals(11, last.size());
        Map<String, Long> numbers = new HashMap<>();
        last.forEach((chain, event) -> numbers.put(chain, event.sequence()));
        assertEquals(numbers, stream.chains());
    }

    @Test
    void ids_ofEvents_haveTheirTime() {
        assertTrue(events.stream()
                .allMatch(e -> e.id().version() == 7
                        && e.id().variant() == 2
                        && e.id().getMostSignificantBits() >>> 16 == e.time().toEpochMilli()));
    }

    @Test
    void outcomes_ofCalls_fitTheirStatus() {
        for (AuditEvent event : events) {
            Integer status = event.status();
            if (status != null) {
                assertEquals(outcome(status), event.outcome());
            }
            assertEquals(event.outcome() == Outcome.UNKNOWN || event.request() == null, status == null);
        }
    }

    private static Outcome outcome(int status) {
        if (status < 400) {
            return Outcome.SUCCESS;
        }
        return status == 401 || status == 403 ? Outcome.DENIED : status < 500 ? Outcome.FAILURE : Outcome.ERROR;
    }

    @Test
    void outcomes_ofAll_areMostlySuccesses() {
        Map<Outcome, Double> shares = new HashMap<>();
        for (Outcome outcome : Outcome.values()) {
            shares.put(outcome, share(e -> e.outcome() == outcome));
        }
        assertTrue(shares.get(Outcome.SUCCESS) > 0.88 && shares.get(Outcome.SUCCESS) < 0.98, shares.toString());
        for (Outcome rare : List.of(Outcome.DENIED, Outcome.FAILURE, Outcome.ERROR)) {
            assertTrue(shares.get(rare) > 0.002 && shares.get(rare) < 0.06, shares.toString());
        }
    }

    @Test
    void actors_ofCalls_areFewMostOfTheTime() {
        Map<String, Long> byActor = events.stream()
                .filter(e -> e.actor().type() == ActorType.USER)
                .collect(Collectors.groupingBy(e -> String.valueOf(e.actor().id()), Collectors.counting()));
        long all = byActor.values().stream().mapToLong(Long::longValue).sum();
        long busy = byActor.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(40)
                .mapToLong(Long::longValue)
                .sum();
        assertTrue(byActor.size() > 2_000, "actors: " + byActor.size());
        assertTrue(busy > 0.4 * all, busy + " of " + all);
        assertTrue(share(e -> e.actor().type() == ActorType.SERVICE) > 0.1);
        assertTrue(share(e -> e.actor().type() == ActorType.ANONYMOUS) > 0.01);
        assertTrue(share(e -> e.actor().type() == ActorType.SYSTEM) > 0.001);
    }

    @Test
    void times_ofCalls_haveOfficeHoursAndWeekends() {
        assertTrue(share(e -> utc(e).getHour() == 10) > 4 * share(e -> utc(e).getHour() == 23));
        assertTrue(share(e -> utc(e).getDayOfWeek() == DayOfWeek.TUESDAY)
                > 2 * share(e -> utc(e).getDayOfWeek() == DayOfWeek.SUNDAY));
    }

    @Test
    void refusedSignIns_comeInBursts() {
        Map<Instant, Long> byMinute = events.stream()
                .filter(e -> e.operation().equals("SignInResource.signIn") && e.outcome() == Outcome.DENIED)
                .collect(Collectors.groupingBy(e -> e.time().truncatedTo(ChronoUnit.MINUTES), Collectors.counting()));
        long most = byMinute.values().stream().mapToLong(Long::longValue).max().orElse(0);
        assertTrue(most >= 5, "in one minute: " + most);
    }

    @Test
    void targets_ofOrders_haveAHistoryOfDifferentPeople() {
        Map<String, List<AuditEvent>> histories = events.stream()
                .filter(e -> e.target() != null
                        && "Order".equals(e.target().type())
                        && e.target().id() != null)
                .filter(e -> e.outcome() == Outcome.SUCCESS)
                .collect(Collectors.groupingBy(e -> String.valueOf(e.target().id())));
        assertTrue(histories.values().stream().anyMatch(EventStreamTest::isWholeLife));
        assertTrue(histories.values().stream().allMatch(EventStreamTest::isNotUsedBeforeItIsMade));
    }

    private static boolean isWholeLife(List<AuditEvent> history) {
        Map<Activity, Long> done =
                history.stream().collect(Collectors.groupingBy(AuditEvent::activity, Collectors.counting()));
        long people = history.stream().map(e -> e.actor().id()).distinct().count();
        return done.keySet().containsAll(List.of(Activity.CREATE, Activity.READ, Activity.UPDATE, Activity.DELETE))
                && people > 2;
    }

    private static boolean isNotUsedBeforeItIsMade(List<AuditEvent> history) {
        Instant made = history.stream()
                .filter(e -> e.activity() == Activity.CREATE)
                .map(AuditEvent::time)
                .findFirst()
                .orElse(Instant.EPOCH);
        return history.stream().noneMatch(e -> e.time().isBefore(made));
    }

    @Test
    void requests_ofCalls_haveDataOfBothLengthsAndAddressesOfBothKinds() {
        List<Integer> lengths = events.stream()
                .filter(e -> e.activity() == Activity.CREATE && e.request() != null)
                .map(e -> String.valueOf(e.request().data()).length())
                .sorted()
                .toList();
        assertTrue(lengths.get(lengths.size() / 2) > 100, "median: " + lengths.get(lengths.size() / 2));
        assertTrue(lengths.get(lengths.size() - 1) < 1_000, "longest: " + lengths.get(lengths.size() - 1));
        Function<AuditEvent, String> address =
                e -> e.source() == null ? "" : String.valueOf(e.source().ip());
        assertTrue(share(e -> address.apply(e).contains(":")) > 0.02);
        assertTrue(share(e -> address.apply(e).startsWith("10.")) > 0.4);
        assertTrue(share(e -> e.request() != null && !e.request().redacted().isEmpty()) > 0.02);
    }
}
