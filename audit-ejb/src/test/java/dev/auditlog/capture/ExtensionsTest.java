package dev.auditlog.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Outcome;
import dev.auditlog.spi.EventEnricher;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExtensionsTest {

    private static final UUID ID = UUID.randomUUID();

    private static AuditEvent enriched(EventEnricher... enrichers) {
        AuditEvent.Draft draft = AuditEvent.draft("Order.create")
                .id(ID)
                .time(Instant.EPOCH)
                .outcome(Outcome.SUCCESS)
                .status(200);
        return Extensions.withEnrichers(List.of(enrichers)).enrich(draft);
    }

    @Test
    void enrich_beanThatThrows_leavesTheEventAsItWas() {
        assertEquals(
                "Order.create",
                enriched(draft -> {
                            draft.attribute("half", "done");
                            throw new IllegalStateException("broken");
                        })
                        .operation());
        assertEquals(
                Map.of(),
                enriched(draft -> {
                            draft.attribute("half", "done");
                            throw new NoClassDefFoundError("broken");
                        })
                        .attributes());
    }

    @Test
    void enrich_beanThatMakesTheEventInvalid_leavesTheEventAsItWas() {
        assertEquals("Order.create", enriched(draft -> draft.operation(null)).operation());
    }

    @Test
    void enrich_beanAfterOneThatThrows_stillAdds() {
        AuditEvent event = enriched(
                draft -> {
                    throw new IllegalStateException("broken");
                },
                draft -> draft.attribute("tenant", "north"));
        assertEquals(Map.of("tenant", "north"), event.attributes());
    }

    @Test
    void enrich_idTimeOutcomeStatus_cannotBeChanged() {
        AuditEvent event = enriched(draft -> draft.id(UUID.randomUUID())
                .time(Instant.MAX)
                .outcome(Outcome.DENIED)
                .status(403));
        assertEquals(ID, event.id());
        assertEquals(Instant.EPOCH, event.time());
        assertEquals(Outcome.SUCCESS, event.outcome());
        assertEquals(200, event.status());
    }
}
