package dev.auditlog.query;

import dev.auditlog.AuditException;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.store.AuditDatabase;
import dev.auditlog.store.EventColumns;
import dev.auditlog.store.EventListRow;
import dev.auditlog.store.EventRow;
import dev.auditlog.store.EventRows;
import dev.auditlog.store.SqlErrors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Finds events by keyset: one statement finds the ids of a page, ordered and bounded, another one reads these rows. So
 * the first needs no column that it does not compare, and a list leaves the request data unread.
 */
final class JpaEventFinder implements EventFinder {

    private static final String TIMEOUT = "jakarta.persistence.query.timeout";

    private final AuditDatabase database;
    private final QueryGate gate;
    private final Duration timeout;

    /**
     * Uses a database.
     *
     * @param timeout of each statement; rounded up to whole seconds, since drivers take no others
     */
    JpaEventFinder(AuditDatabase database, QueryGate gate, Duration timeout) {
        this.database = database;
        this.gate = gate;
        this.timeout = Duration.ofSeconds(timeout.plusMillis(999).toSeconds());
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
        long found = ask(em -> {
            SqlText sql = new EventSql(database.dialect()).count(query, MAX_COUNT + 1);
            return ((Number) prepared(em, sql).getSingleResult()).longValue();
        });
        return new EventTotal(Math.min(found, MAX_COUNT), found <= MAX_COUNT);
    }

    @Override
    public Optional<AuditEvent> find(UUID id) {
        return ask(
                em -> Optional.ofNullable(em.find(EventRow.class, id.toString(), Map.of(TIMEOUT, timeout.toMillis())))
                        .map(EventRows::toEvent));
    }

    private EventPage page(EventQuery query, EventCursor cursor, int limit, Class<? extends EventColumns> rows) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit = " + limit + "; allowed: 1 to " + MAX_LIMIT);
        }
        cursor.checkBelongsTo(query);
        return ask(em -> {
            SqlText sql = new EventSql(database.dialect()).ids(query, cursor, limit + 1);
            List<String> ids = texts(prepared(em, sql).getResultList());
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
                .setHint(TIMEOUT, timeout.toMillis())
                .getResultList();
        Map<String, AuditEvent> byId = new HashMap<>();
        rows.stream().map(EventRows::toEvent).forEach(e -> byId.put(e.id().toString(), e));
        return ids.stream().filter(byId::containsKey).map(byId::get).toList();
    }

    private Query prepared(EntityManager em, SqlText sql) {
        Query query = em.createNativeQuery(sql.text()).setHint(TIMEOUT, timeout.toMillis());
        int place = 1;
        for (Object value : sql.values()) {
            query.setParameter(place++, value);
        }
        return query;
    }

    private static List<String> texts(List<?> values) {
        return values.stream().map(String.class::cast).toList();
    }

    private <T> T ask(Function<EntityManager, T> block) {
        return gate.run(() -> {
            try {
                return database.read(block);
            } catch (PersistenceException failure) {
                throw told(failure);
            }
        });
    }

    private AuditException told(PersistenceException failure) {
        if (SqlErrors.isTimeout(failure)) {
            return QueryMessages.timeout(timeout, failure);
        }
        if (SqlErrors.isTooComplex(failure)) {
            return QueryMessages.tooComplex();
        }
        return QueryMessages.failed(SqlErrors.describe(failure), failure);
    }
}
