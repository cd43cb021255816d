package dev.auditlog.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.auditlog.event.Actor;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Source;
import dev.auditlog.store.AuditDatabase;
import dev.auditlog.store.EventIds;
import dev.auditlog.store.EventRows;
import dev.auditlog.store.TestDatabases;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SightingsTest {

    private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

    /** So many that the last two of them are looked up in different statements. */
    private static final List<String> ACTORS = Stream.concat(
                    IntStream.range(10, 73).mapToObj(number -> "a" + number), Stream.of("z", "z "))
            .toList();

    private static void write(AuditDatabase database, int first, String ip) {
        database.write(em -> {
            for (int i = 0; i < ACTORS.size(); i++) {
                em.persist(EventRows.of(event(first + i, ACTORS.get(i), ip)));
            }
            return null;
        });
    }

    private static AuditEvent event(int sequence, String actor, String ip) {
        Instant time = START.plusMillis(sequence);
        return AuditEvent.draft("Order.read")
                .id(EventIds.next(time))
                .time(time)
                .recordedAt(time)
                .application("sample")
                .node("n1")
                .sequence(sequence)
                .actor(Actor.user(actor))
                .source(new Source(ip, ip, List.of(), Source.RULE_PEER))
                .toEvent();
    }

    @Test
    void store_actorsThatDifferInBlanksAtTheEnd_areKeptOnDerbyThatTakesThemForOne() {
        try (AuditDatabase database = AuditDatabase.open(TestDatabases.derby(), AuditDatabase.Options.defaults())) {
            RollUp rollUp = new RollUp(database);
            for (int batch = 0; batch < 2; batch++) {
                write(database, 1 + batch * ACTORS.size(), "10.0.0." + batch);
                assertEquals(ACTORS.size(), rollUp.advance());
            }
            Object kept = database.read(em ->
                    em.createNativeQuery("select count(*) from audit_sighting").getSingleResult());
            assertEquals(2 * ACTORS.size(), ((Number) kept).intValue());
        }
    }
}
