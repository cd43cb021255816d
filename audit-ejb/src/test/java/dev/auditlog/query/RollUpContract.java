package dev.auditlog.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.Activity;
import dev.auditlog.event.Actor;
import dev.auditlog.event.ActorType;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Failure;
import dev.auditlog.event.Outcome;
import dev.auditlog.event.Request;
import dev.auditlog.event.Source;
import dev.auditlog.event.Target;
import dev.auditlog.event.TransactionOutcome;
import dev.auditlog.store.AuditDatabase;
import dev.auditlog.store.EventIds;
import dev.auditlog.store.EventRows;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the numbers hold, little, much or all, an answer is that of the rows; on every database. */
abstract class RollUpContract {

    private static final Instant START = Instant.parse("2026-03-27T21:17:31.000003Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> NODES = List.of("n1", "n2", "n3");

    /** Those that the numbers can answer alone. */
    private static final List<String> KNOWN = List.of(
            "-application:a outcome:DENIED,ERROR",
            "application:b* status:403",
            "operation:Op.1,Op.2 outcome:SUCCESS",
            "target:Order",
            "group:g1",
            "-operation:Op.1",
            "-operation:Op.1,Op.2 -outcome:SUCCESS",
            "operation:Op.1*",
            "status:>=400",
            "-status:400..599 application:a",
            "status:*",
            "-target:O*",
            "node:n1,n2",
            "-node:n1",
            "type:USER",
            "-type:USER application:a",
            "transaction:COMMITTED",
            "method:get",
            "-method:P*",
            "method:*",
            "error:IllegalStateException",
            "error:java.lang.Illegal*",
            "-error:State",
            "error:*");

    private static final List<String> FACETED =
            List.of("", "-application:a outcome:DENIED,ERROR", "application:b* status:403", "operation:Op.1 group:g1");

    private static final List<String> OTHERS =
            List.of("", "operation:Op.1 group:g1", "target:*", "target:Order/1", "method:ſ", "actor:person1");

    /** By whole hours of UTC or not, over the days in which clocks are set. */
    private static final List<Division> DIVISIONS =
            List.of(Division.about(60, ZoneId.of("Europe/Berlin")), Division.atMost(15, ZoneId.of("Asia/Kolkata")));

    private final Random random = new Random(7);
    private final Map<String, Long> last = new HashMap<>();
    private final List<String> statements = new ArrayList<>();
    private AuditDatabase database;
    private RollUp rollUp;
    private EventFinder finder;
    private EventCounter counter;

    /** An empty database. */
    abstract DataSource fresh();

    @BeforeEach
    void open() {
        database = AuditDatabase.open(TimeLimits.reading(fresh(), statements), AuditDatabase.Options.defaults());
        rollUp = new RollUp(database);
        Asking asking = new Asking(database, new QueryGate(4, Duration.ofSeconds(2)), PATIENCE);
        finder = new JpaEventFinder(asking);
        counter = new JpaEventCounter(asking, PATIENCE);
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** Events of several chains, each with its last number as the writer notes it. */
    private void write(int events, Duration within) {
        List<AuditEvent> made = IntStream.range(0, events)
                .mapToObj(i -> START.plusNanos((long) (random.nextDouble() * within.toSeconds()) * 1_000_000_000L))
                .map(this::event)
                .toList();
        database.write(em -> {
            made.forEach(event -> em.persist(EventRows.of(event)));
            last.forEach((chain, seq) -> {
                String update = "update audit_chain set seq = " + seq + " where chain = '" + chain + "'";
                if (em.createNativeQuery(update).executeUpdate() == 0) {
                    em.createNativeQuery("insert into audit_chain (chain, epoch, lease_us, seq, holder) values ('"
                                    + chain + "', 1, 0, " + seq + ", 'test')")
                            .executeUpdate();
                }
            });
            return null;
        });
    }

    private AuditEvent event(Instant time) {
        String application = random.nextBoolean() ? "a" : "bc";
        String node = NODES.get(random.nextInt(NODES.size()));
        long sequence = last.merge(application + "@" + node, 1L, Long::sum);
        int status = List.of(200, 201, 403, 500).get(random.nextInt(4));
        AuditEvent.Draft draft = AuditEvent.draft("Op." + random.nextInt(4))
                .id(EventIds.next(time))
                .time(time)
                .recordedAt(time)
                .application(application)
                .node(node)
                .sequence(sequence)
                .activity(random.nextBoolean() ? Activity.READ : Activity.UPDATE);
        if (random.nextInt(5) > 0) {
            draft.status(status).outcome(Outcome.ofStatus(status));
            String ip = random.nextBoolean() ? "10.1." + random.nextInt(3) + "." + random.nextInt(200) : "2001:db8::7";
            draft.source(new Source(ip, ip, List.of(), Source.RULE_PEER));
            draft.actor(new Actor(
                    "person" + random.nextInt(5),
                    null,
                    ActorType.USER,
                    random.nextBoolean() ? "g1" : null,
                    List.of(),
                    "BASIC",
                    null));
            draft.target(new Target(random.nextBoolean() ? "Order" : "Bill", "1", null));
            String method = List.of("GET", "POST", "PUT").get(random.nextInt(3));
            draft.request(new Request(method, "/", null, null, null, null, null, null, false, List.of()));
            draft.transaction(random.nextBoolean() ? TransactionOutcome.COMMITTED : TransactionOutcome.ROLLED_BACK);
        }
        if (random.nextInt(3) == 0) {
            String type = random.nextBoolean() ? "java.lang.IllegalStateException" : "app.State";
            draft.error(new Failure(type, "why"));
        }
        return draft.toEvent();
    }

    private static List<EventQuery> asked(String q) {
        Instant day = Instant.parse("2026-03-29T00:00:00Z");
        EventQuery query = EventQuery.parse(q);
        return List.of(
                query.between(START.minus(Duration.ofDays(10)), START.plus(Duration.ofDays(20))),
                query.between(START.plusSeconds(4_000), START.plus(Duration.ofHours(30))),
                query.between(day, day.plus(Duration.ofHours(5))));
    }

    /** What the rows say, event by event. */
    private void check(int ranges) {
        int turn = 0;
        for (String q : Stream.concat(KNOWN.stream(), OTHERS.stream()).toList()) {
            for (EventQuery query : asked(q).subList(0, ranges)) {
                List<AuditEvent> events = new ArrayList<>();
                finder.all(query).forEachRemaining(events::add);
                assertEquals(new EventTotal(events.size(), true), finder.count(query), query.toString());
                checkHistogram(counter.histogram(query, DIVISIONS.get(turn++ % 2)), events);
                if (FACETED.contains(q)) {
                    checkFacets(query, events);
                }
            }
        }
    }

    private void checkFacets(EventQuery query, List<AuditEvent> events) {
        for (FacetCounts counts : counter.facets(query, EnumSet.allOf(Facet.class))) {
            assertTrue(counts.complete());
            assertEquals(query.from(), counts.countedFrom());
            List<FacetCounts.Value> expected = FacetsOfEvents.count(counts.facet(), events);
            assertEquals(expected, counts.values(), counts.facet() + " of " + query);
        }
    }

    private static void checkHistogram(Histogram histogram, List<AuditEvent> events) {
        assertTrue(histogram.complete());
        for (Histogram.Bucket bucket : histogram.buckets()) {
            Map<Outcome, Long> expected = new EnumMap<>(Outcome.class);
            events.stream()
                    .filter(e -> !e.time().isBefore(bucket.from()) && e.time().isBefore(bucket.to()))
                    .forEach(e -> expected.merge(e.outcome(), 1L, Long::sum));
            assertEquals(expected, bucket.counts(), bucket.from() + " to " + bucket.to());
        }
    }

    @Test
    void answers_nothingAdded_areThoseOfTheRows() {
        write(60, Duration.ofDays(4));
        check(1);
    }

    @Test
    void answers_allAdded_areThoseOfTheRows() {
        write(120, Duration.ofDays(4));
        assertEquals(120, rollUp.advance());
        assertEquals(0, rollUp.advance());
        check(1);
    }

    @Test
    void answers_someAddedAndLateOnesNot_areThoseOfTheRows() {
        write(80, Duration.ofDays(4));
        assertEquals(80, rollUp.advance());
        write(40, Duration.ofDays(4)); // also of hours that were counted
        check(2);
        assertEquals(40, rollUp.advance());
        check(1);
    }

    /** Rows that are gone show what came from numbers: all whole hours, where no part ends within one. */
    @ParameterizedTest
    @CsvSource({
        "UTC, 2026-03-28T00:00:00Z, 2026-03-30T00:00:00Z, 60, true",
        "Europe/Berlin, 2026-03-27T23:00:00Z, 2026-03-30T22:00:00Z, 80, true",
        "Europe/Berlin, 2026-03-27T23:00:00Z, 2026-03-30T22:00:00Z, 3, true",
        "America/New_York, 2026-03-27T04:00:00Z, 2026-03-30T04:00:00Z, 12, true",
        "Asia/Kolkata, 2026-03-27T18:30:00Z, 2026-03-30T18:30:00Z, 100, false",
        "Asia/Kolkata, 2026-03-27T18:30:00Z, 2026-03-30T18:30:00Z, 36, false",
        "UTC, 2026-03-28T00:00:00Z, 2026-03-30T00:00:00Z, 100, false"
    })
    void histogram_ofAZone_isOfNumbersWhereItsHoursAreWhole(
            String zone, Instant from, Instant to, int most, boolean known) {
        write(150, Duration.ofDays(4));
        Division division = Division.atMost(most, ZoneId.of(zone));
        EventQuery query = EventQuery.parse("-outcome:UNKNOWN").between(from, to);
        Histogram ofRows = counter.histogram(query, division);
        rollUp.advance();
        assertEquals(ofRows, counter.histogram(query, division));
        database.write(em -> em.createNativeQuery("delete from audit_event").executeUpdate());
        long left = counter.histogram(query, division).buckets().stream()
                .mapToLong(Histogram.Bucket::total)
                .sum();
        long all = ofRows.buckets().stream().mapToLong(Histogram.Bucket::total).sum();
        assertTrue(all > 40, all + " events");
        assertEquals(known ? all : 0, left);
    }

    @Test
    void histogram_ofDaysThatBeginWithinAnHour_isOfNumbersAndOfRowsInThese() {
        write(150, Duration.ofDays(4));
        Division days = Division.atMost(6, ZoneId.of("Asia/Kolkata"));
        EventQuery query = EventQuery.all().between(START, START.plus(Duration.ofDays(4)));
        Histogram ofRows = counter.histogram(query, days);
        assertEquals(new BarWidth(1, ChronoUnit.DAYS), ofRows.width());
        rollUp.advance();
        assertEquals(ofRows, counter.histogram(query, days));
    }

    @Test
    void count_rowsAreGoneThatWereAdded_isTheSame() {
        write(150, Duration.ofDays(2));
        Function<String, EventTotal> count = q -> finder.count(EventQuery.parse(q));
        Map<String, EventTotal> ofRows = KNOWN.stream().collect(Collectors.toMap(Function.identity(), count));
        rollUp.advance();
        database.write(em -> em.createNativeQuery("delete from audit_event").executeUpdate());
        KNOWN.forEach(q -> assertEquals(ofRows.get(q), count.apply(q), q));
        ofRows.forEach((q, total) -> assertTrue(total.value() > 0 && total.value() < 150, q + " finds " + total));
    }

    private List<AuditEvent> page(EventQuery query) {
        return finder.page(query, EventCursor.start(), 100).events();
    }

    private boolean isLookedFor() {
        return statements.stream().anyMatch(sql -> sql.startsWith("select id"));
    }

    @Test
    void page_numbersSayThatNothingMatches_looksThroughNoRows() {
        write(30, Duration.ofDays(1));
        EventQuery query = EventQuery.parse("outcome:SUCCESS status:403");
        assertEquals(List.of(), page(query));
        assertTrue(isLookedFor(), "rows, without numbers");
        rollUp.advance();
        statements.clear();
        assertEquals(List.of(), page(query));
        assertFalse(isLookedFor(), "rows: " + statements);
        write(5, Duration.ofDays(1)); // that no number has
        EventQuery denied = EventQuery.parse("outcome:DENIED status:403");
        int found = page(denied).size();
        assertEquals(finder.count(denied).value(), found);
        assertTrue(found > 0, found + " events");
    }

    @Test
    void answers_rowsAreGoneThatWereAdded_comeFromTheNumbers() {
        write(50, Duration.ofDays(2));
        rollUp.advance();
        database.write(em -> em.createNativeQuery("delete from audit_event").executeUpdate());
        EventQuery query = EventQuery.parse("-outcome:UNKNOWN")
                .between(Instant.parse("2026-03-27T00:00:00Z"), Instant.parse("2026-03-31T00:00:00Z"));
        long total = finder.count(query).value();
        long actors = counter.facets(query, EnumSet.of(Facet.ACTOR)).get(0).values().stream()
                .mapToLong(FacetCounts.Value::count)
                .sum();
        long bars = counter.histogram(query, Division.atMost(5, ZoneOffset.UTC)).buckets().stream()
                .mapToLong(Histogram.Bucket::total)
                .sum();
        assertTrue(total > 30, total + " events");
        assertEquals(total, bars);
        assertTrue(actors > 30 && actors <= total, actors + " of " + total);
    }

    @Test
    void answers_chainWithoutAWriter_countToo() {
        write(20, Duration.ofDays(1));
        database.write(em -> em.createNativeQuery("delete from audit_chain where chain = 'a@n1'")
                .executeUpdate());
        rollUp.advance();
        rollUp.advance();
        EventQuery query = EventQuery.parse("application:a,bc").between(START, START.plus(Duration.ofDays(2)));
        assertEquals(20, finder.count(query).value());
        long bars = counter.histogram(query, Division.atMost(3, ZoneOffset.UTC)).buckets().stream()
                .mapToLong(Histogram.Bucket::total)
                .sum();
        assertEquals(20, bars);
    }

    @Test
    void advance_numbersChangeMeanwhile_countsEachEventOnce() {
        write(30, Duration.ofDays(1));
        rollUp.advance();
        EventQuery query = EventQuery.parse("application:a,bc").between(START, START.plus(Duration.ofDays(2)));
        for (int i = 1; i <= 10; i++) {
            write(3, Duration.ofDays(1));
            assertEquals(30 + 3 * i, finder.count(query).value());
            assertEquals(3, rollUp.advance());
            assertEquals(30 + 3 * i, finder.count(query).value());
        }
    }
}
