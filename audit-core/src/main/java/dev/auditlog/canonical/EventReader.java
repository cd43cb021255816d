package dev.auditlog.canonical;

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
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads an event from its JSON. */
final class EventReader {

    private EventReader() {}

    static AuditEvent event(JsonObject json) {
        Members members = new Members("", json);
        AuditEvent event = new AuditEvent(
                members.read("id", UUID::fromString),
                members.read("time", Instant::parse),
                members.optional("recordedAt", Instant::parse),
                members.text("application"),
                members.text("node"),
                members.has("sequence") ? members.number("sequence") : 0,
                members.text("operation"),
                members.read("activity", Activity::valueOf),
                members.read("outcome", Outcome::valueOf),
                members.read("transaction", TransactionOutcome::valueOf),
                status(members),
                members.number("durationMicros"),
                members.read("guarantee", Guarantee::valueOf),
                actor(members.object("actor")),
                members.has("target") ? target(members.object("target")) : null,
                members.has("source") ? source(members.object("source")) : null,
                members.has("request") ? request(members.object("request")) : null,
                members.has("error") ? error(members.object("error")) : null,
                members.optional("reason"),
                members.texts("attributes"),
                members.optional("correlationId"),
                members.optional("traceId"),
                members.optional("parentId", UUID::fromString));
        members.expect("chain", event.chain());
        return event;
    }

    private static @Nullable Integer status(Members members) {
        return members.has("status") ? Integer.valueOf((int) members.number("status")) : null;
    }

    private static Actor actor(Members members) {
        return new Actor(
                members.optional("id"),
                members.optional("name"),
                members.read("type", ActorType::valueOf),
                members.optional("group"),
                members.list("roles"),
                members.optional("auth"),
                members.optional("session"));
    }

    private static Target target(Members members) {
        return new Target(members.optional("type"), members.optional("id"), members.optional("name"));
    }

    private static Source source(Members members) {
        return new Source(
                members.optional("ip"), members.optional("peer"), members.list("chain"), members.text("rule"));
    }

    private static Request request(Members members) {
        return new Request(
                members.text("method"),
                members.text("path"),
                members.optional("route"),
                members.optional("query"),
                members.optional("userAgent"),
                members.optional("contentType"),
                members.json("data"),
                members.has("bytes") ? Long.valueOf(members.number("bytes")) : null,
                members.flag("truncated"),
                members.list("redacted"));
    }

    private static Failure error(Members members) {
        return new Failure(members.text("type"), members.optional("message"));
    }
}
