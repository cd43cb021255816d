package dev.auditlog.bench;

import dev.auditlog.bench.QueryFilters.Filter;
import dev.auditlog.query.Division;
import dev.auditlog.query.EventCounter;
import dev.auditlog.query.EventCursor;
import dev.auditlog.query.EventFinder;
import dev.auditlog.query.EventPage;
import dev.auditlog.query.EventQuery;
import dev.auditlog.query.Facet;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Everything that is asked, with what each may take by the project's targets. */
final class QueryCases {

    static final String FIRST_PAGE = "first page";
    static final String PAIR = "first page, two qualifiers";
    static final String DEEP = "page at depth";
    static final String COUNT = "capped count";
    static final String DAY_OF_TEXT = "free text, a day";
    static final String MONTH_OF_TEXT = "free text, 30 days";
    static final String FACETS = "facets, 30 days; rows are hours that were counted";
    static final String HISTOGRAM = "histogram, 30 days; rows are hours that were counted";
    static final String PEER = "OFFSET + exact count";

    private static final String ALL_TIMES = "all";
    private static final String DAY = "24 h";
    private static final int PAGE = 50;
    private static final double FIRST_PAGE_MILLIS = 50;
    private static final double DERBY_FIRST_PAGE_MILLIS = 200;
    private static final double DEEP_MILLIS = 10;
    private static final double COUNT_MILLIS = 10;
    private static final double DAY_OF_TEXT_MILLIS = 1_000;
    private static final double MONTH_OF_TEXT_MILLIS = 5_000;
    private static final double COUNTED_MILLIS = 200;
    private static final int BUCKETS = 60;
    private static final Duration MONTH = Duration.ofDays(30);

    private final EventFinder finder;
    private final EventCounter counter;
    private final SeededFacts facts;
    private final List<QueryCase> cases = new ArrayList<>();

    QueryCases(EventFinder finder, EventCounter counter, SeededFacts facts) {
        this.finder = finder;
        this.counter = counter;
        this.facts = facts;
    }

    /** All of them, each with its target. */
    List<QueryCase> all(QueryPeer peer, boolean derby) {
        double firstPage = derby ? DERBY_FIRST_PAGE_MILLIS : FIRST_PAGE_MILLIS;
        List<Filter> singles = new ArrayList<>(List.of(new Filter("", QueryFilters.MANY)));
        singles.addAll(facts.filters().singles());
        singles.forEach(filter -> pages(FIRST_PAGE, filter, firstPage));
        facts.filters().pairs().forEach(filter -> pages(PAIR, filter, firstPage));
        deepPages();
        singles.forEach(this::count);
        List.of("", "outcome:DENIED", "application:orders").forEach(this::counted);
        freeText();
        peers(peer);
        return cases;
    }

    private void pages(String kind, Filter filter, double targetMillis) {
        EventQuery query = EventQuery.parse(filter.text());
        add(kind, filter, ALL_TIMES, targetMillis, () -> page(query, EventCursor.start()));
        EventQuery ofDay = query.between(facts.end().minus(1, ChronoUnit.DAYS), facts.end());
        add(kind, filter, DAY, targetMillis, () -> page(ofDay, EventCursor.start()));
    }

    /** A cursor stays valid with another time range, so the page before that depth gives it. */
    private void deepPages() {
        EventQuery query = EventQuery.all();
        Instant there = facts.timeAtDepth();
        EventPage before = finder.page(query.between(Instant.EPOCH, there), EventCursor.start(), PAGE);
        EventCursor cursor = Objects.requireNonNull(before.next(), "an event at that depth");
        add(DEEP, new Filter("", QueryFilters.MANY), facts.depthName(), DEEP_MILLIS, () -> page(query, cursor));
    }

    private void count(Filter filter) {
        EventQuery query = EventQuery.parse(filter.text());
        add(COUNT, filter, ALL_TIMES, COUNT_MILLIS, () -> finder.count(query).value());
    }

    private void counted(String text) {
        Filter filter = new Filter(text, QueryFilters.MANY);
        EventQuery query = EventQuery.parse(text).between(facts.end().minus(MONTH), facts.end());
        add(FACETS, filter, "all", COUNTED_MILLIS, () -> facets(query, EnumSet.allOf(Facet.class)));
        add(FACETS, filter, "actor", COUNTED_MILLIS, () -> facets(query, Set.of(Facet.ACTOR)));
        add(
                HISTOGRAM,
                filter,
                BUCKETS + " parts",
                COUNTED_MILLIS,
                () -> hoursFrom(counter.histogram(query, Division.about(BUCKETS, ZoneOffset.UTC))
                        .countedFrom()));
    }

    private long facets(EventQuery query, Set<Facet> facets) {
        return hoursFrom(counter.facets(query, facets).get(0).countedFrom());
    }

    private long hoursFrom(Instant counted) {
        return Duration.between(counted, facts.end()).toHours();
    }

    private void freeText() {
        for (Filter filter : List.of(
                new Filter("\"back door\"", QueryFilters.MANY),
                new Filter("zebrawood", QueryFilters.FEW),
                new Filter("stands-nowhere", QueryFilters.NONE))) {
            EventQuery query = EventQuery.parse(filter.text());
            text(DAY_OF_TEXT, filter, query, Duration.ofDays(1), DAY_OF_TEXT_MILLIS);
            text(MONTH_OF_TEXT, filter, query, MONTH, MONTH_OF_TEXT_MILLIS);
        }
    }

    private void text(String kind, Filter filter, EventQuery query, Duration length, double targetMillis) {
        EventQuery bounded = query.between(facts.end().minus(length), facts.end());
        add(kind, filter, length.toDays() + " d", targetMillis, () -> page(bounded, EventCursor.start()));
    }

    private void peers(QueryPeer peer) {
        facts.peerConditions().forEach((text, condition) -> {
            Filter filter = new Filter(text, "");
            add(PEER, filter, ALL_TIMES, 0, () -> peer.ask(condition, 0));
        });
        add(PEER, new Filter("", ""), facts.depthName(), 0, () -> peer.ask("1 = 1", facts.depth()));
    }

    private void add(String kind, Filter filter, String range, double targetMillis, QueryCase.Asking ask) {
        cases.add(new QueryCase(kind, filter.text(), filter.matching(), range, targetMillis, ask));
    }

    private long page(EventQuery query, EventCursor cursor) {
        return finder.page(query, cursor, PAGE).events().size();
    }
}
