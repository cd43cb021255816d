package dev.auditlog.query;

import dev.auditlog.event.AuditEvent;
import dev.auditlog.store.EventColumns;
import dev.auditlog.store.EventListRow;
import dev.auditlog.store.EventRow;
import dev.auditlog.store.EventRows;
import dev.auditlog.store.EventSelect;
import dev.auditlog.store.EventSelect.Found;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds events by keyset: one statement finds the ids of a page, ordered and bounded, another one reads these rows. So
 * the first needs no column that it does not compare, and a list leaves the request data unread.
 */
final class JpaEventFinder implements EventFinder {

    /** Whoever has got a part of the events already is not sent away because of a crowd. */
    private static final Duration PATIENCE_OF_READERS = Duration.ofMinutes(1);

    /** Numbers answer in milliseconds; where they do not, counting does. */
    private static final Duration PATIENCE_WITH_NUMBERS = Duration.ofSeconds(1);

    private final Asking asking;

    private final RolledCounts rolled;

    JpaEventFinder(Asking asking) {
        this.asking = asking;
        this.rolled = new RolledCounts(asking, PATIENCE_WITH_NUMBERS);
    }

    @Override
    public EventPage page(EventQuery query, EventCursor cursor, int limit) {
        return page(query, cursor, limit, EventListRow.class);
    }

    @Override
    public EventPage wholePage(EventQuery query, EventCursor cursor, int limit) {
        return page(query, cursor, limit, EventRow.class);
    }

    @Override
    public EventTotal count(EventQuery query) {
        OptionalLong known = rolled.count(query, MAX_COUNT + 1);
        long found = known.isPresent() ? known.getAsLong() : counted(FirstKnown.in(query, asking));
        return new EventTotal(Math.min(found, MAX_COUNT), found <= MAX_COUNT);
    }

    private long counted(EventQuery query) {
        return asking.ask(em -> new CappedCount(asking).of(em, query, MAX_COUNT + 1));
    }

    @Override
    public Optional<AuditEvent> find(UUID id) {
        return asking.ask(em -> found(em, id));
    }

    @Override
    public Iterator<AuditEvent> all(EventQuery query) {
        Instant now = Instant.now();
        return query.until(now)
                .<Iterator<AuditEvent>>map(bounded -> new EventReading(this::next, this::whole, windows(bounded, now)))
                .orElseGet(Collections::emptyIterator);
    }

    private static Windows windows(EventQuery bounded, Instant now) {
        return new Windows(bounded, Objects.requireNonNullElse(bounded.to(), now));
    }

    /** The events after one, at most a page of them. */
    private List<Found> next(EventQuery query, @Nullable UUID after) {
        Duration patience = after == null ? asking.patience() : PATIENCE_OF_READERS;
        EventQuery known = FirstKnown.in(query, asking);
        return asking.askAside(patience, em -> {
            SqlText sql = new EventSql(asking.dialect()).events(known, after, MAX_LIMIT);
            List<?> rows = asking.prepared(em, sql).getResultList();
            return rows.stream().map(row -> EventSelect.found((Object[]) row)).toList();
        });
    }

    /** One event with its request data, however large that is. */
    private AuditEvent whole(AuditEvent part) {
        return asking.askAside(PATIENCE_OF_READERS, em -> found(em, part.id())).orElse(part);
    }

    private Optional<AuditEvent> found(EntityManager em, UUID id) {
        return Optional.ofNullable(
                        em.find(EventRow.class, id.toString(), Map.of(Asking.TIMEOUT, asking.timeoutMillis())))
                .map(EventRows::toEvent);
    }

    private EventPage page(EventQuery query, EventCursor cursor, int limit, Class<? extends EventColumns> rows) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit = " + limit + "; allowed: 1 to " + MAX_LIMIT);
        }
        cursor.checkBelongsTo(query);
        if (cursor.isStart() && rolled.isNothing(query)) { // beside a cursor there was something
            return Pages.of(query, cursor, List.of(), false);
        }
        EventQuery known = FirstKnown.in(query, asking);
        return asking.ask(em -> {
            List<String> ids = new PageIds(asking).of(em, known, cursor, limit + 1);
            boolean more = ids.size() > limit;
            List<AuditEvent> events = events(em, more ? ids.subList(0, limit) : ids, rows);
            return Pages.of(query, cursor, events, more);
        });
    }

    private List<AuditEvent> events(EntityManager em, List<String> ids, Class<? extends EventColumns> type) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<? extends EventColumns> rows = em.createQuery(
                        "select e from " + type.getSimpleName() + " e where e.id in :ids", type)
                .setParameter("ids", ids)
                .setHint(Asking.TIMEOUT, asking.timeoutMillis())
                .getResultList();
        Map<String, AuditEvent> byId = new HashMap<>();
        rows.stream().map(EventRows::toEvent).forEach(e -> byId.put(e.id().toString(), e));
        return ids.stream().filter(byId::containsKey).map(byId::get).toList();
    }
}
