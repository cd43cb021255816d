package dev.auditlog.store;

import dev.auditlog.Activity;
import dev.auditlog.Guarantee;
import dev.auditlog.event.Actor;
import dev.auditlog.event.ActorType;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Failure;
import dev.auditlog.event.Outcome;
import dev.auditlog.event.Request;
import dev.auditlog.event.Source;
import dev.auditlog.event.Target;
import dev.auditlog.event.TransactionOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Events for tests. */
public final class Samples {

    public static final Instant TIME = Instant.parse("2026-11-24T21:59:05.123456Z");
    public static final Instant RECORDED = Instant.parse("2026-11-24T21:59:05.200001Z");
    private static final UUID PARENT = UUID.fromString("01935f00-0000-7000-8000-00000000000a");

    private Samples() {}

    /** The least that an event may say. */
    public static AuditEvent least(long sequence) {
        return AuditEvent.draft("Batch.import")
                .id(EventIds.next(TIME))
                .time(TIME)
                .recordedAt(RECORDED)
                .application("sample")
                .node("host-1")
                .sequence(sequence)
                .toEvent();
    }

    /** An event in which everything is said. */
    public static AuditEvent full(long sequence) {
        return least(sequence)
                .toDraft()
                .operation("OrderResource.create")
                .activity(Activity.CREATE)
                .outcome(Outcome.FAILURE)
                .transaction(TransactionOutcome.ROLLED_BACK)
                .status(409)
                .durationMicros(1234)
                .guarantee(Guarantee.ATOMIC)
                .actor(new Actor(
                        "Alice",
                        "Alice Doe",
                        ActorType.SERVICE,
                        "sales",
                        List.of("clerk", "say \"hi\""),
                        "BASIC",
                        "9f86d081884c"))
                .target(new Target("Order", "42", "Order of 'Acme'"))
                .source(new Source("203.0.113.7", "127.0.0.1", List.of("_hidden", "203.0.113.7"), "X-Forwarded-For"))
                .request(new Request(
                        "POST",
                        "/sample/api/orders",
                        "/orders",
                        "a=1",
                        "curl/8",
                        "application/json",
                        "{\"card\":\"[redacted]\"}",
                        512L,
                        false,
                        List.of("/card")))
                .error(new Failure("jakarta.ws.rs.ClientErrorException", "HTTP 409; it's taken"))
                .reason("ticket 7")
                .attributes(Map.of("k", "v", "empty", ""))
                .correlationId("corr-1")
                .traceId("4bf92f3577b34da6a3ce929d0e0e4736")
                .parentId(PARENT)
                .toEvent();
    }

    /** Every text is made of this one, as long as its column is. */
    public static AuditEvent filled(long sequence, String unit) {
        return full(sequence)
                .toDraft()
                .operation(fill(unit, 255))
                .actor(new Actor(
                        fill(unit, 255),
                        fill(unit, 255),
                        ActorType.USER,
                        fill(unit, 255),
                        List.of(fill(unit, 1000)),
                        fill(unit, 64),
                        fill(unit, 128)))
                .target(new Target(fill(unit, 128), fill(unit, 255), fill(unit, 255)))
                .source(new Source(fill(unit, 64), fill(unit, 64), List.of(fill(unit, 1000)), fill(unit, 32)))
                .request(new Request(
                        fill(unit, 32),
                        fill(unit, 2048),
                        fill(unit, 512),
                        fill(unit, 4096),
                        fill(unit, 512),
                        fill(unit, 255),
                        fill(unit, 1 << 20),
                        Long.MAX_VALUE,
                        true,
                        List.of(fill(unit, 1000))))
                .error(new Failure(fill(unit, 255), fill(unit, 2048)))
                .reason(fill(unit, 1024))
                .attributes(Map.of(fill(unit, 100), fill(unit, 1000)))
                .correlationId(fill(unit, 128))
                .traceId(fill(unit, 32))
                .toEvent();
    }

    private static String fill(String unit, int length) {
        return unit.repeat(length / unit.length());
    }
}
