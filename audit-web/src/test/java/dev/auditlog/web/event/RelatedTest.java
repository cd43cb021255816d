package dev.auditlog.web.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.auditlog.event.AuditEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelatedTest {

    private static List<String> urls(AuditEvent event) {
        return Related.to(event, Samples.LIST, Samples.WORDS).stream()
                .map(related -> related.key() + " " + related.url())
                .toList();
    }

    @Test
    void links_carryAQuery_andATimeInWhichTheEventLies() {
        assertEquals(
                List.of(
                        "history /audit/events?q=target:Order/42&from=1970-01-01",
                        "actor /audit/events?q=actor:bob&from=2026-10-25T21:14:08Z",
                        "session /audit/events?q=session:s-1&from=2026-11-23T21:14:08Z",
                        "correlation /audit/events?q=correlation:c-1&from=2026-11-23T21:14:08Z",
                        "around /audit/events?from=2026-11-24T21:13:08Z&to=2026-11-24T21:15:09Z"),
                urls(Samples.change(1).correlationId("c-1").toEvent()));
    }

    @Test
    void links_ofAnOldEvent_endWhereItsTimeEnds() {
        AuditEvent old = Samples.change(1)
                .time(Samples.TIME.minusSeconds(400 * 86_400L))
                .target(null)
                .toEvent();
        assertEquals(
                List.of(
                        "actor /audit/events?q=actor:bob&from=2025-09-20T21:14:07Z&to=2025-11-19T21:14:08Z",
                        "session /audit/events?q=session:s-1&from=2025-10-19T21:14:07Z&to=2025-10-21T21:14:08Z",
                        "around /audit/events?from=2025-10-20T21:13:07Z&to=2025-10-20T21:15:08Z"),
                urls(old));
    }
}
