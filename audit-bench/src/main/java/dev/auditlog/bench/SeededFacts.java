package dev.auditlog.bench;

import dev.auditlog.bench.seed.People;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.query.EventCursor;
import dev.auditlog.query.EventFinder;
import dev.auditlog.query.EventQuery;
import dev.auditlog.query.Order;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** What a seeded database holds that is worth asking for. */
final class SeededFacts {

    private static final long MOST_DEPTH = 1_000_000;
    private static final int LOOKED_AT = 1_000;

    private final Database database;
    private final long events;
    private final Instant end;
    private final QueryFilters filters;
    private final People people;

    SeededFacts(Database database, EventFinder finder, long seed) {
        this.database = database;
        events = database.number("select coalesce(sum(seq), 0) from audit_chain");
        if (events == 0 || database.number(SeedBench.ANY_EVENT) == 0) {
            throw BenchMessages.notSeeded(database.url());
        }
        end = time("select time_us from audit_event order by id desc fetch first 1 rows only")
                .plus(1, ChronoUnit.MICROS);
        people = People.of(seed);
        List<AuditEvent> oldest = finder.page(
                        EventQuery.parse("target:Order/* trace:* correlation:* session:*")
                                .order(Order.OLDEST),
                        EventCursor.start(),
                        LOOKED_AT)
                .events();
        AuditEvent inner = finder.page(EventQuery.parse("parent:*").order(Order.OLDEST), EventCursor.start(), 1)
                .events()
                .get(0);
        filters = new QueryFilters(people, one(oldest, e -> ofOne(e)), inner);
    }

    private static boolean ofOne(AuditEvent event) {
        return event.target() != null && event.target().id() != null && event.request() != null;
    }

    private static AuditEvent one(List<AuditEvent> events, Predicate<AuditEvent> condition) {
        return events.stream().filter(condition).findFirst().orElseThrow();
    }

    private Instant time(String query) {
        return Instant.EPOCH.plus(database.number(query), ChronoUnit.MICROS);
    }

    long events() {
        return events;
    }

    /** Right after the last event. */
    Instant end() {
        return end;
    }

    /** A million; half of what there is where that is less. */
    long depth() {
        return Math.min(MOST_DEPTH, events / 2);
    }

    String depthName() {
        return "depth " + Text.whole(depth());
    }

    Instant timeAtDepth() {
        return time(
                "select time_us from audit_event order by id desc offset " + depth() + " rows fetch next 1 rows only");
    }

    QueryFilters filters() {
        return filters;
    }

    /** Some of the filters as somebody would write them in SQL. */
    Map<String, String> peerConditions() {
        String busy = Objects.requireNonNull(people.busiest().id());
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("", "1 = 1");
        conditions.put("actor:" + busy, "actor_key = '" + busy + "'");
        conditions.put(
                "actor:" + people.quiet().id(), "actor_key = '" + people.quiet().id() + "'");
        conditions.put("actor:nobody", "actor_key = 'nobody'");
        conditions.put("outcome:DENIED", "outcome = 'DENIED'");
        conditions.put("operation:OrderResource.read", "operation = 'OrderResource.read'");
        conditions.put("status:418", "status = 418");
        conditions.put("actor:" + busy + " outcome:DENIED", "actor_key = '" + busy + "' and outcome = 'DENIED'");
        return conditions;
    }
}
