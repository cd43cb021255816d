package dev.auditlog.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.AuditException;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.store.AuditDatabase;
import dev.auditlog.store.EventRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a finder does, the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class QueryContract {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private AuditDatabase database;
    private EventFinder finder;
    private DataSource source;

    /** An empty database. */
    abstract DataSource fresh();

    /** Statement that keeps others from reading events until its transaction ends. */
    abstract String lock();

    @BeforeAll
    void open() {
        source = fresh();
        database = AuditDatabase.open(source, AuditDatabase.Options.defaults());
        finder = new JpaEventFinder(new Asking(database, new QueryGate(4, Duration.ofSeconds(2)), LIMIT));
        insert(QueryEvents.all());
        insert(LongStream.rangeClosed(1, 1_000).mapToObj(QueryEvents::twin).toList());
        prepare(database);
    }

    /** What somebody does behind the writers, if anything. */
    void prepare(AuditDatabase database) {}

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

    private List<Long> found(String q) {
        EventQuery query = EventQuery.parse(q)
                .between(QueryEvents.DAY, QueryEvents.DAY.plusSeconds(3_600))
                .order(Order.OLDEST);
        List<Long> found = sequences(finder.page(query, EventCursor.start(), 1_000));
        assertEquals(new EventTotal(found.size(), true), finder.count(query));
        return found;
    }

    private static List<Long> sequences(EventPage page) {
        return page.events().stream().map(AuditEvent::sequence).toList();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "queries.csv", delimiter = '|', quoteCharacter = '`', numLinesToSkip = 1)
    void page_query_findsExactly(String q, String expected) {
        List<Long> sequences = expected == null
                ? List.of()
                : List.of(expected.split(" ")).stream().map(Long::valueOf).toList();
        assertEquals(sequences, found(q));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "' OR '1'='1",
                "actor:alice' UNION SELECT password FROM users--",
                "actor:\"x\\\") OR 1=1 OR (e.actor = \\\"y\"",
                "____",
                "path:/(a+)+$/ aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!",
                "((((((((((((((((((((",
                "#{request.contextPath} ${7*7}",
                "<script>alert(1)</script>",
                "?1 ?2 #x &y ;--",
                "actor:' operation:' reason:' path:' chain:' method:' error:' session:' group:' node:' target:'/'"
            })
    void page_hostileText_isDataAndFindsNothing(String q) {
        assertEquals(List.of(), found(q));
    }

    @Test
    void page_longestQuery_isAnswered() {
        String words =
                String.join(" ", IntStream.range(0, 50).mapToObj(i -> "w" + i).toList());
        String values =
                String.join(",", IntStream.range(0, 50).mapToObj(i -> "é" + i).toList());
        assertEquals(List.of(), found(words));
        assertEquals(List.of(), found(values));
        assertEquals(List.of(), found("actor:" + values + " target:" + values + " -path:" + values));
    }

    @Test
    void pages_thousandEventsOfOneMicrosecond_areAllThereOnceForthAndBack() {
        EventQuery query =
                EventQuery.parse("operation:Twin.run").between(QueryEvents.TWINS, QueryEvents.TWINS.plusSeconds(1));
        for (Order order : Order.values()) {
            walk(query.order(order));
        }
    }

    private void walk(EventQuery query) {
        List<EventPage> forth = new ArrayList<>();
        EventPage page = finder.page(query, EventCursor.start(), 64);
        assertNull(page.prev());
        forth.add(page);
        while (page.next() != null) {
            page = finder.page(query, EventCursor.parse(page.next().toText()), 64);
            forth.add(page);
        }
        List<UUID> ids = forth.stream()
                .flatMap(p -> p.events().stream())
                .map(AuditEvent::id)
                .toList();
        assertEquals(1_000, new HashSet<>(ids).size());
        assertEquals(1_000, ids.size());
        List<EventPage> back = new ArrayList<>(List.of(page));
        while (page.prev() != null) {
            page = finder.page(query, EventCursor.parse(page.prev().toText()), 64);
            back.add(page);
        }
        Collections.reverse(back);
        assertEquals(
                forth.stream().map(EventPage::events).toList(),
                back.stream().map(EventPage::events).toList());
        assertNotNull(back.get(0).next());
    }

    @Test
    void page_atTheEnd_hasNoNext() {
        EventQuery query = EventQuery.parse("operation:Twin.run");
        EventPage whole = finder.page(query, EventCursor.start(), 1_000);
        assertEquals(1_000, whole.events().size());
        assertNull(whole.next());
        assertNull(whole.prev());
    }

    @Test
    void page_newest_isTheDefaultOrder() {
        EventQuery query = EventQuery.parse("-operation:Twin.run");
        List<Long> found = sequences(finder.page(query, EventCursor.start(), 3));
        assertEquals(List.of(12L, 11L, 10L), found);
    }

    @Test
    void page_timeRange_isHalfOpenToTheMicrosecond() {
        EventQuery all = EventQuery.all().order(Order.OLDEST);
        Instant third = QueryEvents.time(3);
        Instant fourth = QueryEvents.time(4);
        assertEquals(List.of(3L), sequences(finder.page(all.between(third, fourth), EventCursor.start(), 10)));
        assertEquals(
                List.of(3L),
                sequences(
                        finder.page(all.between(third.minusNanos(999), third.plusNanos(1)), EventCursor.start(), 10)));
        assertEquals(
                List.of(),
                sequences(
                        finder.page(all.between(third.plusNanos(1), third.plusNanos(1_000)), EventCursor.start(), 10)));
        assertEquals(
                List.of(),
                sequences(finder.page(all.between(third.minusNanos(1_000), third), EventCursor.start(), 10)));
    }

    @Test
    void page_cursorOfAnotherQuery_isRefused() {
        EventCursor next = finder.page(EventQuery.parse("operation:Twin.run"), EventCursor.start(), 10)
                .next();
        assertNotNull(next);
        assertThrows(QuerySyntaxException.class, () -> finder.page(EventQuery.all(), next, 10));
    }

    @Test
    void page_limitOutOfBounds_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> finder.page(EventQuery.all(), EventCursor.start(), 0));
        assertThrows(IllegalArgumentException.class, () -> finder.page(EventQuery.all(), EventCursor.start(), 1_001));
    }

    @Test
    void page_ofAList_leavesTheDataUnread() {
        EventQuery query = EventQuery.parse("actor:alice activity:CREATE");
        AuditEvent listed = finder.page(query, EventCursor.start(), 1).events().get(0);
        AuditEvent whole =
                finder.wholePage(query, EventCursor.start(), 1).events().get(0);
        assertNull(listed.request().data());
        assertEquals(QueryEvents.all().get(0), whole);
    }

    @Test
    void find_id_returnsTheWholeEvent() {
        AuditEvent expected = QueryEvents.all().get(0);
        assertEquals(Optional.of(expected), finder.find(expected.id()));
        assertEquals(Optional.empty(), finder.find(new UUID(1, 2)));
    }

    @Test
    void count_overTheCap_saysAtLeast() {
        assertEquals(new EventTotal(1_012, true), finder.count(EventQuery.all()));
        SqlText capped = new EventSql(database.dialect()).count(EventQuery.all(), 5);
        assertEquals(
                5L,
                database.read(em -> (Number) em.createNativeQuery(capped.text()).getSingleResult())
                        .longValue());
    }

    @Test
    void page_gateIsFull_isRefused() {
        QueryGate gate = new QueryGate(1, Duration.ZERO);
        EventFinder narrow = new JpaEventFinder(new Asking(database, gate, LIMIT));
        var thrown = gate.run(() -> assertThrows(TooManyQueriesException.class, () -> narrow.count(EventQuery.all())));
        assertEquals(1, thrown.limit());
        assertEquals(1_012, narrow.count(EventQuery.all()).value());
    }

    @Test
    void page_databaseDoesNotAnswerInTime_isATimeoutAndTheNextOneWorks() throws SQLException {
        EventFinder hasty =
                new JpaEventFinder(new Asking(database, new QueryGate(1, Duration.ZERO), Duration.ofMillis(700)));
        try (Connection other = source.getConnection();
                Statement sql = other.createStatement()) {
            other.setAutoCommit(false);
            sql.execute(lock());
            try {
                var thrown = assertThrows(QueryTimeoutException.class, () -> hasty.count(EventQuery.all()));
                assertEquals("AUD-0514", thrown.code());
                assertEquals(Duration.ofSeconds(1), thrown.limit());
                UUID id = QueryEvents.all().get(0).id();
                assertThrows(QueryTimeoutException.class, () -> hasty.find(id));
                EventWatch watch = new JpaEventWatch(new Asking(database, new QueryGate(2, Duration.ZERO), LIMIT));
                thrown = assertThrows(QueryTimeoutException.class, () -> watch.arrived(EventQuery.all()));
                assertEquals(Duration.ofSeconds(1), thrown.limit(), "its own limit, not that of other queries");
            } finally {
                other.rollback();
            }
        }
        assertEquals(1_012, hasty.count(EventQuery.all()).value());
    }

    @Test
    void statements_ofEachKind_carryTheTimeLimit() {
        List<Integer> limits = new ArrayList<>();
        try (AuditDatabase watched =
                AuditDatabase.open(TimeLimits.watching(source, limits), AuditDatabase.Options.defaults())) {
            EventFinder patient =
                    new JpaEventFinder(new Asking(watched, new QueryGate(1, Duration.ZERO), Duration.ofSeconds(7)));
            watched.connect();
            limits.clear();
            patient.page(EventQuery.all(), EventCursor.start(), 2);
            patient.wholePage(EventQuery.parse("actor:alice"), EventCursor.start(), 2);
            patient.count(EventQuery.parse("x"));
            patient.find(QueryEvents.all().get(0).id());
        }
        assertTrue(limits.size() >= 6, "statements: " + limits);
        assertEquals(Set.of(7), Set.copyOf(limits));
    }

    @Test
    void count_databaseIsGone_isUnavailable() {
        AuditDatabase gone = AuditDatabase.open(source, AuditDatabase.Options.defaults());
        gone.connect();
        EventFinder late = new JpaEventFinder(new Asking(gone, new QueryGate(1, Duration.ZERO), LIMIT));
        gone.close();
        assertThrows(AuditException.class, () -> late.count(EventQuery.all()));
    }
}
