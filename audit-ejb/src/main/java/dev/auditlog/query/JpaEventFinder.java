package dev.auditlog.query;

import dev.auditlog.event.AuditEvent;
import dev.auditlog.store.EventColumns;
import dev.auditlog.store.EventListRow;
import dev.auditlog.store.EventRow;
import dev.auditlog.store.EventRows;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds events by keyset: one statement finds the ids of a page, ordered and bounded, another one reads these rows. So
 * the first needs no column that it does not compare, and a list leaves the request data unread.
 */
final class JpaEventFinder implements EventFinder {

    private final Asking asking;

    JpaEventFinder(Asking asking) {
        this.asking = asking;
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
        long found = asking.ask(em -> {
            SqlText sql = new EventSql(asking.dialect()).count(query, MAX_COUNT + 1);
            return ((Number) asking.prepared(em, sql).getSingleResult()).longValue();
        });
        return new EventTotal(Math.min(found, MAX_COUNT), found <= MAX_COUNT);
    }

    @Override
    public Optional<AuditEvent> find(UUID id) {
        return asking.ask(em -> Optional.ofNullable(
                        em.find(EventRow.class, id.toString(), Map.of(Asking.TIMEOUT, asking.timeoutMillis())))
                .map(EventRows::toEvent));
    }

    private EventPage page(EventQuery query, EventCursor cursor, int limit, Class<? extends EventColumns> rows) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit = " + limit + "; allowed: 1 to " + MAX_LIMIT);
        }
        cursor.checkBelongsTo(query);
        return asking.ask(em -> {
            SqlText sql = new EventSql(asking.dialect()).ids(query, cursor, limit + 1);
            List<String> ids = texts(asking.prepared(em, sql).getResultList());
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

    private static List<String> texts(List<?> values) {
        return values.stream().map(String.class::cast).toList();
    }
}
