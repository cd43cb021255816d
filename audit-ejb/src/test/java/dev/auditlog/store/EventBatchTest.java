package dev.auditlog.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.auditlog.event.AuditEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On PostgreSQL, where a batch does not go by the entity. */
class EventBatchTest {

    private final AuditDatabase database =
            AuditDatabase.open(TestDatabases.postgresql(), new AuditDatabase.Options(true, Duration.ofSeconds(30)));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void columns_areThoseOfTheTable() {
        List<?> inTable = database.read(em -> em.createNativeQuery("select cast(column_name as text)"
                        + " from information_schema.columns where table_name = 'audit_event'")
                .getResultList());
        assertEquals(new TreeSet<>(inTable), new TreeSet<Object>(EventBatch.columns()));
    }

    @Test
    void insert_ofFullAndEmptyEvents_keepsEachPart() {
        List<AuditEvent> events = new ArrayList<>();
        for (int i = 1; i <= 300; i++) {
            events.add(i % 2 == 0 ? Samples.least(i) : Samples.full(i));
        }
        database.write(em -> {
            EventBatch.insert(
                    em, Dialect.POSTGRESQL, events.stream().map(EventRows::of).toList());
            return events;
        });
        List<EventRow> rows =
                database.read(em -> em.createQuery("select e from EventRow e order by e.sequence", EventRow.class)
                        .getResultList());
        assertEquals(events, rows.stream().map(EventRows::toEvent).toList());
    }

    @Test
    void insert_ofTextsThatArraysEscape_keepsThem() {
        String nasty = "{\"a\",\\b,NULL,'c',\u00fc\u4e2d\ud83d\ude00\n\t}";
        AuditEvent event = Samples.full(1)
                .toDraft()
                .reason(nasty)
                .attribute("k", nasty)
                .operation("NULL")
                .toEvent();
        database.write(em -> {
            EventBatch.insert(em, Dialect.POSTGRESQL, List.of(EventRows.of(event)));
            return event;
        });
        EventRow row = database.read(
                em -> em.createQuery("select e from EventRow e", EventRow.class).getSingleResult());
        assertEquals(event, EventRows.toEvent(row));
    }
}
