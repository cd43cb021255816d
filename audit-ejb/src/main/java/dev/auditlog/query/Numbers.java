package dev.auditlog.query;

import dev.auditlog.store.Dialect;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The table {@code audit_count}: numbers of some events, which are added to it, and sums that are read of it. */
final class Numbers {

    private static final Counted[] KINDS = Counted.values();
    private static final Span[] SPANS = Span.values();
    private static final List<String> COLUMNS =
            List.of("field", "hour_number", "value_text", "application", "outcome", "events");

    private final Map<Key, Long> more = new HashMap<>();

    private record Key(int field, int hour, String value, String application, String outcome) {

        List<Object> columns(long events) {
            return List.of(field, hour, value, application, outcome, events);
        }
    }

    /** Counts an event. */
    void add(TakenEvent event) {
        int hour = (int) Math.floorDiv(event.micros(), HourRange.HOUR_MICROS);
        for (Counted kind : KINDS) {
            String value = event.value(kind);
            if (value != null) {
                add(kind, hour, value, event);
            }
        }
    }

    private void add(Counted kind, int hour, String value, TakenEvent event) {
        for (Span span : SPANS) {
            if (span.compareTo(kind.finest()) <= 0) {
                Key key = new Key(span.field(kind), span.start(hour), value, event.application(), event.outcome());
                more.merge(key, 1L, Long::sum);
            }
        }
    }

    /** Adds what was counted to what is there. */
    void store(EntityManager em, Dialect dialect) {
        if (dialect == Dialect.POSTGRESQL) {
            List<List<Object>> rows = more.entrySet().stream()
                    .map(entry -> entry.getKey().columns(entry.getValue()))
                    .toList();
            rows(rows)
                    .insertAtOnce(
                            em,
                            "on conflict (field, hour_number, value_text, application, outcome)"
                                    + " do update set events = audit_count.events + excluded.events");
            return;
        }
        more.forEach((key, events) -> addOne(em, key.columns(events)));
    }

    private static ManyRows rows(List<List<Object>> rows) {
        return new ManyRows("audit_count", COLUMNS, rows);
    }

    private static void addOne(EntityManager em, List<Object> row) {
        SqlText more =
                new SqlText().add("update audit_count set events = events + ").bind(row.get(5));
        more.add(" where field = ").bind(row.get(0)).add(" and hour_number = ").bind(row.get(1));
        more.add(" and value_text = ")
                .bind(row.get(2))
                .add(" and application = ")
                .bind(row.get(3));
        more.add(" and outcome = ").bind(row.get(4));
        if (more.update(em) == 0) {
            rows(List.of(row)).insertEach(em);
        }
    }

    /** Sums of a time, by columns of the table; for the terms of a query, which may ask for nothing but its columns. */
    static SqlText sums(String columns, Collection<Integer> fields, HourRange hours) {
        String numbers = fields.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return new SqlText()
                .add("select " + columns + ", sum(events) from audit_count where field in (" + numbers
                        + ") and hour_number >= ")
                .bind(hours.from())
                .add(" and hour_number < ")
                .bind(hours.to());
    }
}
