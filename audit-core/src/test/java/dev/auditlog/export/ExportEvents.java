package dev.auditlog.export;

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
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The events of the golden files: one with all parts, one with as few as there can be, one with hostile texts. */
final class ExportEvents {

    /** Formulas, separators and escapes of every format, line ends, markup, and characters of two, three and four bytes. */
    static final String HOSTILE = "=cmd|' /C calc'!A1\r\n\t\"q\" a\\b <b>&x;</b> k=v, [é€😀]\u2028\u0001_x0041_ ";

    private static final Instant TIME = Instant.parse("2026-11-24T21:59:05.123456Z");

    private ExportEvents() {}

    static List<AuditEvent> all() {
        return List.of(full(), smallest(), hostile());
    }

    static AuditEvent full() {
        return draft(1).operation("OrderResource.create")
                .recordedAt(Instant.parse("2026-11-24T21:59:06Z"))
                .sequence(17)
                .activity(Activity.CREATE)
                .outcome(Outcome.DENIED)
                .transaction(TransactionOutcome.ROLLED_BACK)
                .status(403)
                .durationMicros(1234)
                .actor(new Actor(
                        "alice", "Alice Doe", ActorType.USER, "sales", List.of("clerk", "it"), "BASIC", "c2Vzc2lvbg"))
                .target(new Target("Order", "42", "Chairs"))
                .source(new Source("203.0.113.7", "127.0.0.1", List.of("unknown", "203.0.113.7"), "X-Forwarded-For"))
                .request(new Request(
                        "POST",
                        "/sample/api/orders",
                        "/orders",
                        "a=1",
                        "curl/8",
                        "application/json",
                        "{\"customer\":\"ACME\",\"card\":\"[redacted]\"}",
                        512L,
                        false,
                        List.of("/card")))
                .error(new Failure("jakarta.ws.rs.ForbiddenException", "HTTP 403 Forbidden"))
                .reason("ticket 7")
                .attribute("k", "v")
                .attribute("a.b", "dotted")
                .attribute("a_b", "lined")
                .correlationId("req-1")
                .traceId("4bf92f3577b34da6a3ce929d0e0e4736")
                .parentId(id(9))
                .toEvent();
    }

    static AuditEvent smallest() {
        return draft(2).toEvent();
    }

    static AuditEvent hostile() {
        return draft(3).operation(HOSTILE)
                .sequence(1L << 40)
                .activity(Activity.DELETE)
                .outcome(Outcome.UNKNOWN)
                .actor(new Actor(HOSTILE, "+1", ActorType.SERVICE, "-2", List.of("@r", "=r"), "\tx", "\rx"))
                .target(new Target("=T/y", "'quoted", ""))
                .source(new Source("2001:db8::1", "2001:db8::1", List.of(HOSTILE), "peer"))
                .request(new Request(
                        "GET", HOSTILE, "\uFF1Dwide", "-q=+1", HOSTILE, " blank ", "\"=1+1\"", 0L, true, List.of("=")))
                .error(new Failure("=E", null))
                .reason(HOSTILE)
                .attribute("=k", HOSTILE)
                .toEvent();
    }

    private static AuditEvent.Draft draft(int number) {
        return AuditEvent.draft("Batch.import")
                .id(id(number))
                .time(TIME)
                .application("sample")
                .node("host-1");
    }

    private static UUID id(int number) {
        return UUID.fromString("01935f9a-7b1e-7000-8000-00000000000" + number);
    }
}
