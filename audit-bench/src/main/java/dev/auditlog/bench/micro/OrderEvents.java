package dev.auditlog.bench.micro;

import dev.auditlog.Activity;
import dev.auditlog.Guarantee;
import dev.auditlog.event.Actor;
import dev.auditlog.event.ActorType;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Outcome;
import dev.auditlog.event.Request;
import dev.auditlog.event.Source;
import dev.auditlog.event.Target;
import dev.auditlog.event.TransactionOutcome;
import dev.auditlog.store.EventIds;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Events as an audited order leaves them. */
public final class OrderEvents {

    /** What they all tell of. */
    public static final String OPERATION = "OrderResource.create";

    private static final String DATA =
            """
            {"customer":"Acme Industries","amount":1249.5,"note":"Deliver to the back door between 8 and 12 o'clock. \
            Deliver to the back door between 8 and 12 o'clock. Deliver to the back door.","card":"[redacted]",\
            "lines":[{"article":"A-1001","quantity":2,"text":"Bracket, zinc plated, 40 mm"},\
            {"article":"B-2044","quantity":10,"text":"Screw M6 x 20, hexagon"},\
            {"article":"C-3300","quantity":1,"text":"Assembly instructions, printed"}]}""";

    private static final int ACTORS = 200;

    private OrderEvents() {}

    /** One event with an id of its own; one of 200 actors, and a target of its own. */
    public static AuditEvent next(long number) {
        return next(number, DATA);
    }

    /** The same with this text as the request's data. */
    public static AuditEvent next(long number, String data) {
        Instant time = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return AuditEvent.draft(OPERATION)
                .id(EventIds.next(time))
                .time(time)
                .application("bench")
                .node("bench")
                .activity(Activity.CREATE)
                .outcome(Outcome.SUCCESS)
                .transaction(TransactionOutcome.NONE)
                .status(201)
                .durationMicros(1234)
                .guarantee(Guarantee.BEFORE_RESPONSE)
                .actor(new Actor(
                        "user" + number % ACTORS,
                        "User of orders",
                        ActorType.USER,
                        "sales",
                        List.of("clerk"),
                        "BASIC",
                        null))
                .target(new Target("Order", Long.toString(number), null))
                .source(new Source("203.0.113.7", "127.0.0.1", List.of("203.0.113.7"), "X-Forwarded-For"))
                .request(request(data))
                .toEvent();
    }

    private static Request request(String data) {
        return new Request(
                "POST",
                "/bench/api/orders",
                "/orders",
                null,
                "audit-bench",
                "application/json",
                data,
                525L,
                false,
                List.of("/card"));
    }
}
