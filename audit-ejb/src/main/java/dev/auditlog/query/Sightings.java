package dev.auditlog.query;

import dev.auditlog.query.Marks.Tail;
import dev.auditlog.store.Dialect;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The table {@code audit_sighting}, and what it becomes with some more events. In which order events are added, and how
 * often, makes no difference. ADR 0077.
 */
final class Sightings {

    /** So many actors are looked up in one statement, which always has so many places and is planned once. */
    private static final int ACTORS = 64;

    private static final List<String> COLUMNS = List.of("first_id", "actor_key", "source_key", "first_us", "last_us");

    private final EntityManager em;
    private final Function<SqlText, Query> prepared;
    private final Map<String, Sighting> known = new HashMap<>();
    private final Map<List<String>, List<Sighting>> now = new HashMap<>();

    Sightings(EntityManager em, Function<SqlText, Query> prepared) {
        this.em = em;
        this.prepared = prepared;
    }

    /** Adds the events of parts of chains to what is known of their actors. */
    void addParts(List<Tail> parts) {
        List<Sighting> events = new ArrayList<>();
        for (Tail part : parts) {
            rows(events(part)).forEach(row -> events.add(sighting(row)));
        }
        add(events);
    }

    /** Adds events to what is known of their actors. */
    void add(List<Sighting> events) {
        load(events.stream().map(Sighting::actor).distinct().sorted().toList());
        events.forEach(this::add);
    }

    private static SqlText events(Tail part) {
        return part.select("actor_key, source_key, id, time_us, time_us as last_us")
                .add(" and " + FirstSql.BOTH);
    }

    private void load(List<String> actors) {
        for (int i = 0; i < actors.size(); i += ACTORS) {
            SqlText sql = new SqlText()
                    .add(
                            "select actor_key, source_key, first_id, first_us, last_us from audit_sighting where actor_key in (");
            for (int place = 0; place < ACTORS; place++) {
                sql.add(place == 0 ? "" : ", ").bind(actors.get(Math.min(i + place, actors.size() - 1)));
            }
            rows(sql.add(")")).stream().map(Sightings::sighting).forEach(this::know);
        }
    }

    private void know(Sighting stored) {
        if (known.put(stored.firstId(), stored) == null) { // Derby finds an actor by a name with blanks at its end, too
            of(stored).add(stored);
        }
    }

    private List<Sighting> of(Sighting one) {
        return now.computeIfAbsent(List.of(one.actor(), one.source()), pair -> new ArrayList<>());
    }

    private void add(Sighting event) {
        List<Sighting> stretches = of(event);
        Sighting whole = event;
        for (Sighting stretch : List.copyOf(stretches)) {
            if (stretch.touches(event)) {
                stretches.remove(stretch);
                whole = whole.with(stretch);
            }
        }
        stretches.add(whole);
    }

    private Map<String, Sighting> all() {
        return now.values().stream()
                .flatMap(Collection::stream)
                .collect(Collectors.toMap(Sighting::firstId, Function.identity()));
    }

    /** Ids that are first by the events that were added, and not in the table. */
    Set<String> added() {
        return without(all().keySet(), known.keySet());
    }

    /** Ids in the table that are not first any more. */
    Set<String> removed() {
        return without(known.keySet(), all().keySet());
    }

    private static Set<String> without(Set<String> ids, Set<String> others) {
        Set<String> left = new HashSet<>(ids);
        left.removeAll(others);
        return left;
    }

    /** Writes what has changed. */
    void store(Dialect dialect) {
        for (String id : removed()) {
            new SqlText()
                    .add("delete from audit_sighting where first_id = ")
                    .bind(id)
                    .update(em);
        }
        List<Sighting> changed = all().values().stream()
                .filter(one -> !one.equals(known.get(one.firstId())))
                .toList();
        if (dialect == Dialect.POSTGRESQL) {
            rows(changed).insertAtOnce(em, "on conflict (first_id) do update set last_us = excluded.last_us");
            return;
        }
        rows(changed.stream().filter(one -> !known.containsKey(one.firstId())).toList())
                .insertEach(em);
        changed.stream().filter(one -> known.containsKey(one.firstId())).forEach(this::update);
    }

    private static ManyRows rows(List<Sighting> some) {
        return new ManyRows(
                "audit_sighting",
                COLUMNS,
                some.stream()
                        .map(one -> List.<Object>of(
                                one.firstId(), one.actor(), one.source(), one.firstMicros(), one.lastMicros()))
                        .toList());
    }

    private void update(Sighting one) {
        new SqlText()
                .add("update audit_sighting set last_us = ")
                .bind(one.lastMicros())
                .add(" where first_id = ")
                .bind(one.firstId())
                .update(em);
    }

    private static Sighting sighting(Object[] row) {
        return new Sighting((String) row[0], (String) row[1], (String) row[2], number(row[3]), number(row[4]));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    @SuppressWarnings("unchecked") // of a native query
    private List<Object[]> rows(SqlText sql) {
        return prepared.apply(sql).getResultList();
    }
}
