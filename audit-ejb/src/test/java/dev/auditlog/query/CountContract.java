package dev.auditlog.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Outcome;
import dev.auditlog.store.AuditDatabase;
import dev.auditlog.store.EventIds;
import dev.auditlog.store.EventRows;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a counter does, the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CountContract {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant FROM = QueryEvents.TWINS.minusSeconds(1);
    private static final Instant TO = QueryEvents.DAY.plusSeconds(3_600);

    /** Half-hours of days in which New York, Berlin, and both again, set their clocks. */
    private static final List<Instant> CLOCKS = Stream.of("2026-03-08", "2026-03-29", "2026-10-25", "2026-11-01")
            .map(day -> Instant.parse(day + "T00:00:00Z").minus(Duration.ofHours(6)))
            .flatMap(start -> IntStream.range(0, 84).mapToObj(i -> start.plus(Duration.ofMinutes(30 * i))))
            .toList();

    private AuditDatabase database;
    private EventCounter counter;

    /** An empty database. */
    abstract DataSource fresh();

    @BeforeAll
    void open() {
        database = AuditDatabase.open(fresh(), AuditDatabase.Options.defaults());
        counter = counter(PATIENCE);
        insert(QueryEvents.all());
        insert(LongStream.rangeClosed(1, 200).mapToObj(QueryEvents::twin).toList());
        insert(IntStream.range(0, CLOCKS.size())
                .mapToObj(CountContract::ofClocks)
                .toList());
    }

    @AfterAll
    void close() {
        database.close();
    }

    private EventCounter counter(Duration limit) {
        return new JpaEventCounter(new Asking(database, new QueryGate(4, Duration.ofSeconds(2)), PATIENCE), limit);
    }

    private void insert(List<AuditEvent> events) {
        database.write(em -> {
            events.forEach(e -> em.persist(EventRows.of(e)));
            return null;
        });
    }

    private static AuditEvent ofClocks(int number) {
        Instant time = CLOCKS.get(number);
        return AuditEvent.draft("Clock.strike")
                .id(EventIds.next(time))
                .time(time)
                .recordedAt(time)
                .application("clocks")
                .node("n3")
                .sequence(number + 1L)
                .toEvent();
    }

    private static EventQuery query(String q) {
        return EventQuery.parse(q).between(FROM, TO);
    }

    private static String text(FacetCounts counts) {
        return counts.values().stream()
                .map(value -> value.value() + "=" + value.count())
                .collect(Collectors.joining(" "));
    }

    private String facet(String q, Facet facet) {
        FacetCounts alone = counter.facets(query(q), Set.of(facet)).get(0);
        assertTrue(alone.complete());
        assertEquals(FROM, alone.countedFrom());
        FacetCounts among = counter.facets(query(q), EnumSet.allOf(Facet.class)).get(facet.ordinal());
        assertEquals(alone, among, "alone and among others");
        return text(alone);
    }

    @Test
    void facets_allEvents_countsEachValueMostFrequentFirst() {
        assertEquals("OTHER=5 READ=4 CREATE=2 DELETE=1", facet("-application:twins", Facet.ACTIVITY));
        assertEquals("twins=200 sample=12", facet("", Facet.APPLICATION));
        assertEquals("Order=3 Customer=2 File=1", facet("", Facet.TARGET));
        assertEquals("200=2 201=1 401=1 403=1 500=1", facet("", Facet.STATUS));
        assertEquals("sales=2 a_b=1 axb=1 support=1", facet("", Facet.GROUP));
    }

    @Test
    void facets_moreValuesThanShown_areTheTopTenInAStableOrder() {
        String actors = facet("application:sample", Facet.ACTOR);
        assertEquals("ALICE=1 a*b=1 alice=1 axb=1 bob=1 health=1 m!ller=1 m%ller=1 timer=1 u-17=1", actors);
    }

    @Test
    void facets_ofNetworks_areBlocksThatAQueryTakes() {
        assertEquals(
                "10.1.2.0/24=1 10.255.0.0/24=1 192.0.2.0/24=1 2001:db8::/48=1 2001:db9::/48=1 203.0.113.0/24=1",
                facet("", Facet.IP));
        assertEquals("203.0.113.0/24=1", facet("ip:203.0.113.0/24", Facet.IP));
        assertEquals("2001:db8::/48=1", facet("ip:2001:db8::/48", Facet.IP));
    }

    @ParameterizedTest
    @ValueSource(strings = {"outcome:DENIED,ERROR", "actor:alice", "-status:200 type:USER", "Order", "target:Order/*"})
    void facets_query_countWhatTheFinderFinds(String q) {
        EventFinder finder = new JpaEventFinder(new Asking(database, new QueryGate(1, Duration.ZERO), PATIENCE));
        List<AuditEvent> found =
                finder.page(query(q), EventCursor.start(), 1_000).events();
        assertFalse(found.isEmpty());
        Map<String, Long> expected = found.stream()
                .collect(Collectors.groupingBy(event -> event.outcome().name(), Collectors.counting()));
        FacetCounts counts = counter.facets(query(q), Set.of(Facet.OUTCOME)).get(0);
        assertEquals(
                expected,
                counts.values().stream().collect(Collectors.toMap(FacetCounts.Value::value, FacetCounts.Value::count)));
    }

    @Test
    void values_areThoseThatBeginSo_whateverTheirCase_alsoBelowTheTopTen() {
        assertEquals("ALICE=1 alice=1", text(counter.values(query(""), Facet.ACTOR, "aLi")));
        assertEquals("sample=12", text(counter.values(query(""), Facet.APPLICATION, "SAM")));
        assertEquals("twins=200 sample=12", text(counter.values(query(""), Facet.APPLICATION, "")));
        assertEquals("", text(counter.values(query("application:twins"), Facet.APPLICATION, "sam")));
        assertFalse(counter(Duration.ZERO)
                .values(query(""), Facet.APPLICATION, "tw")
                .complete());
    }

    @Test
    void facets_nothingMatches_areEmptyAndComplete() {
        assertEquals("", facet("actor:nobody", Facet.ACTOR));
        assertEquals("", facet("actor:' status:200", Facet.STATUS));
    }

    @Test
    void facets_noTime_countTheLatestAndSaySo() {
        FacetCounts counts = counter(Duration.ZERO)
                .facets(query(""), Set.of(Facet.APPLICATION))
                .get(0);
        assertFalse(counts.complete());
        assertTrue(counts.countedFrom().isAfter(QueryEvents.TWINS), () -> counts.countedFrom() + "");
        assertEquals("sample=12", text(counts));
    }

    @Test
    void histogram_cover_theRangeInPartsOfTheClock() {
        Instant from = QueryEvents.DAY.plusSeconds(3);
        Histogram histogram = counter.histogram(EventQuery.all().between(from, TO), atMost(7));
        assertTrue(histogram.complete());
        assertEquals(new BarWidth(10, ChronoUnit.MINUTES), histogram.width());
        assertEquals(6, histogram.buckets().size());
        assertEquals(from, histogram.buckets().get(0).from());
        assertEquals(TO, histogram.buckets().get(5).to());
        for (int i = 1; i < 6; i++) {
            Instant border = QueryEvents.DAY.plusSeconds(600 * i);
            assertEquals(border, histogram.buckets().get(i - 1).to());
            assertEquals(border, histogram.buckets().get(i).from());
        }
        histogram.buckets().forEach(bucket -> assertEquals(inMemory(bucket), bucket.counts()));
        assertEquals(List.of(9L, 3L, 0L, 0L, 0L, 0L), totals(histogram));
    }

    private static Division atMost(int parts) {
        return Division.atMost(parts, ZoneOffset.UTC);
    }

    private static List<Long> totals(Histogram histogram) {
        return histogram.buckets().stream().map(Histogram.Bucket::total).toList();
    }

    /** Parts that are longer or shorter than others, of days in which clocks are set: the statement has a case for each. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-28T10:07:00Z, 2026-03-30T12:00:00Z",
        "Europe/Berlin, 2026-10-23T22:00:00Z, 2026-10-27T23:00:00Z",
        "Europe/Berlin, 2016-01-01T00:00:00Z, 2026-12-31T00:00:00Z",
        "America/New_York, 2026-03-07T05:00:00Z, 2026-03-10T04:00:00Z",
        "America/New_York, 2026-10-31T23:59:59Z, 2026-11-03T00:00:00Z",
        "Asia/Kolkata, 2026-03-28T10:07:00Z, 2026-03-30T12:00:00Z",
        "Australia/Lord_Howe, 2026-03-08T00:00:00Z, 2026-10-26T00:00:00Z"
    })
    void histogram_ofAZone_countsEachEventInItsPart(String zone, Instant from, Instant to) {
        EventQuery query = EventQuery.parse("application:clocks").between(from, to);
        for (int most : new int[] {3, 5, 60, 500}) {
            Histogram histogram = counter.histogram(query, Division.atMost(most, ZoneId.of(zone)));
            assertTrue(histogram.complete());
            histogram
                    .buckets()
                    .forEach(bucket -> assertEquals(
                            ofClocks(bucket), bucket.counts(), histogram.width() + " from " + bucket.from()));
            assertTrue(totals(histogram).stream().mapToLong(total -> total).sum() > 40, "most of the events");
        }
    }

    /** Whoever follows a part to the list finds what it counts. */
    @Test
    void histogram_ofPartsThatAreCut_hasTheEventsOfTheirRanges() {
        Instant from = CLOCKS.get(0).plusSeconds(4_000);
        EventQuery query = EventQuery.parse("application:clocks").between(from, from.plusSeconds(100_000));
        Histogram days = counter.histogram(query, Division.atMost(3, ZoneId.of("America/New_York")));
        assertEquals(
                List.of(true, false, true),
                days.buckets().stream().map(Histogram.Bucket::isCut).toList());
        EventFinder finder = new JpaEventFinder(new Asking(database, new QueryGate(1, Duration.ZERO), PATIENCE));
        for (Histogram.Bucket bucket : days.buckets()) {
            EventQuery part = query.between(bucket.from(), bucket.to());
            assertEquals(new EventTotal(bucket.total(), true), finder.count(part));
        }
    }

    private static Map<Outcome, Long> ofClocks(Histogram.Bucket bucket) {
        long count = CLOCKS.stream()
                .filter(time -> !time.isBefore(bucket.from()) && time.isBefore(bucket.to()))
                .count();
        return count == 0 ? Map.of() : Map.of(Outcome.SUCCESS, count);
    }

    private static Map<Outcome, Long> inMemory(Histogram.Bucket bucket) {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        QueryEvents.all().stream()
                .filter(e -> !e.time().isBefore(bucket.from()) && e.time().isBefore(bucket.to()))
                .forEach(e -> counts.merge(e.outcome(), 1L, Long::sum));
        return counts;
    }

    @Test
    void histogram_eventOnTheBorder_isInTheLaterPartAndNeverInTwo() {
        Instant border = QueryEvents.time(3);
        Histogram micros = counter.histogram(
                EventQuery.all().between(border.minusNanos(2_000), border.plusNanos(2_000)), atMost(4));
        assertEquals(List.of(0L, 0L, 1L, 0L), totals(micros));
        assertEquals(border, micros.buckets().get(2).from());
        Histogram before = counter.histogram(EventQuery.all().between(border.minusSeconds(30), border), atMost(1));
        assertEquals(0, before.buckets().get(0).total());
    }

    @Test
    void histogram_rangeOfFewMicroseconds_hasNoMoreParts() {
        Instant from = QueryEvents.TWINS.minusNanos(1_000);
        Histogram tiny = counter.histogram(EventQuery.all().between(from, from.plusNanos(3_000)), atMost(60));
        assertEquals(List.of(0L, 200L, 0L), totals(tiny));
    }

    @Test
    void histogram_noTime_countsTheLatestAndSaysSo() {
        Histogram histogram = counter(Duration.ZERO).histogram(query(""), atMost(5));
        assertFalse(histogram.complete());
        assertEquals(List.of(0L, 0L, 0L, 0L, 12L), totals(histogram), "by days");
    }

    @Test
    void counts_openRange_areRefused() {
        assertThrows(IllegalArgumentException.class, () -> counter.histogram(EventQuery.all(), atMost(10)));
        assertThrows(IllegalArgumentException.class, () -> counter.facets(EventQuery.all(), Set.of(Facet.ACTOR)));
    }
}
