package dev.auditlog.query;

import dev.auditlog.Activity;
import dev.auditlog.event.Actor;
import dev.auditlog.event.ActorType;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Failure;
import dev.auditlog.event.Outcome;
import dev.auditlog.event.Request;
import dev.auditlog.event.Source;
import dev.auditlog.event.Target;
import dev.auditlog.event.TransactionOutcome;
import dev.auditlog.store.EventIds;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The events that the contract asks for, one minute apart; and a thousand of one microsecond. */
final class QueryEvents {

    static final Instant DAY = Instant.parse("2026-11-24T10:00:00Z");
    static final Instant TWINS = Instant.parse("2026-11-20T10:00:00.000001Z");
    private static final UUID FIRST = EventIds.lowest(time(1));
    private static final List<AuditEvent> ALL = make();

    private QueryEvents() {}

    static List<AuditEvent> all() {
        return ALL;
    }

    static Instant time(long sequence) {
        return DAY.plusSeconds(60 * sequence).plusNanos(123_000);
    }

    static AuditEvent twin(long sequence) {
        return AuditEvent.draft("Twin.run")
                .id(EventIds.next(TWINS))
                .time(TWINS)
                .recordedAt(TWINS)
                .application("twins")
                .node("n2")
                .sequence(sequence)
                .toEvent();
    }

    private static List<AuditEvent> make() {
        return List.of(
                call(1, "OrderResource.create", Activity.CREATE, 201)
                        .actor(person("alice", "Alice Doe", "sales"))
                        .target(new Target("Order", "42", "First order"))
                        .source(from("203.0.113.7"))
                        .request(request("POST", "/sample/api/orders", "{\"note\":\"Say \\\"hi\\\" to Zoë, 100%\"}"))
                        .reason("Ticket 4711")
                        .correlationId("corr-1")
                        .traceId("4bf92f3577b34da6a3ce929d0e0e4736")
                        .transaction(TransactionOutcome.COMMITTED)
                        .toEvent(),
                call(2, "OrderResource.delete", Activity.DELETE, 403)
                        .actor(person("bob", "Bob Ray", "sales"))
                        .target(new Target("Order", "42", null))
                        .source(from("10.1.2.3"))
                        .request(request("DELETE", "/sample/api/orders/42", null))
                        .error(new Failure("jakarta.ws.rs.ForbiddenException", "HTTP 403 Forbidden"))
                        .durationMicros(2_000_000)
                        .toEvent(),
                call(3, "OrderResource.read", Activity.READ, 500)
                        .actor(person("ALICE", "Second Alice", "support"))
                        .target(new Target("Order", "421", null))
                        .source(from("10.255.0.1"))
                        .request(request("GET", "/sample/api/orders/421", null))
                        .error(new Failure("java.lang.IllegalStateException", "Connection_lost"))
                        .durationMicros(1_000_000)
                        .transaction(TransactionOutcome.ROLLED_BACK)
                        .toEvent(),
                call(4, "CustomerResource.read", Activity.READ, 200)
                        .actor(person("u-17", "alice", null))
                        .target(new Target("Customer", "42", null))
                        .source(from("2001:db8::1"))
                        .request(request("GET", "/sample/api/customers/42", null))
                        .parentId(FIRST)
                        .toEvent(),
                call(5, "CustomerResource.list", Activity.READ, 200)
                        .actor(new Actor("health", null, ActorType.SERVICE, null, List.of(), "BASIC", "5e55"))
                        .target(new Target("Customer", null, null))
                        .source(from("2001:db9::1"))
                        .request(request("GET", "/sample/api/customers", null))
                        .toEvent(),
                base(6, "Timer.tick").actor(Actor.system("timer")).toEvent(),
                call(7, "OrderResource.list", Activity.READ, 401)
                        .actor(Actor.anonymous())
                        .source(from("192.0.2.1"))
                        .request(request("GET", "/other/a b,c", null))
                        .toEvent(),
                base(8, "Import.run")
                        .actor(person("m%ller", "Jürgen MÜLLER", "a_b"))
                        .target(new Target("File", "50%_off\\x", null))
                        .activity(Activity.CREATE)
                        .toEvent(),
                base(9, "Import_run").actor(person("m!ller", "ÉMILE", "axb")).toEvent(),
                base(10, "Star.*").actor(person("a*b", "Star", null)).toEvent(),
                base(11, "Star.x").actor(person("axb", "Quote \"Q\"", null)).toEvent(),
                base(12, "Upload.run")
                        .request(request("PUT", "/up", "{\"text\":\"" + "x".repeat(70_000) + "NEEDLE in hay\"}"))
                        .outcome(Outcome.UNKNOWN)
                        .toEvent());
    }

    private static AuditEvent.Draft call(long sequence, String operation, Activity activity, int status) {
        return base(sequence, operation)
                .activity(activity)
                .status(status)
                .outcome(Outcome.ofStatus(status))
                .durationMicros(1_500);
    }

    private static AuditEvent.Draft base(long sequence, String operation) {
        return AuditEvent.draft(operation)
                .id(sequence == 1 ? FIRST : EventIds.next(time(sequence)))
                .time(time(sequence))
                .recordedAt(time(sequence))
                .application("sample")
                .node("n1")
                .sequence(sequence);
    }

    private static Actor person(String id, String name, @Nullable String group) {
        return new Actor(id, name, ActorType.USER, group, List.of(), "BASIC", null);
    }

    private static Source from(String ip) {
        return new Source(ip, ip, List.of(), Source.RULE_PEER);
    }

    private static Request request(String method, String path, @Nullable String data) {
        return new Request(method, path, null, null, null, null, data, null, false, List.of());
    }
}
