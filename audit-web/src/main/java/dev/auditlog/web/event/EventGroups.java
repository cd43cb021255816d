package dev.auditlog.web.event;

import static dev.auditlog.web.event.Part.code;
import static dev.auditlog.web.event.Part.codeValue;
import static dev.auditlog.web.event.Part.dim;
import static dev.auditlog.web.event.Part.plain;
import static dev.auditlog.web.event.Part.value;

import dev.auditlog.event.Actor;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Failure;
import dev.auditlog.event.Request;
import dev.auditlog.event.Source;
import dev.auditlog.event.Target;
import dev.auditlog.web.search.Filters;
import dev.auditlog.web.text.Amounts;
import dev.auditlog.web.text.Result;
import dev.auditlog.web.text.Texts;
import dev.auditlog.web.text.Visible;
import dev.auditlog.web.text.Words;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts every field of an event into groups, in the order in which a reader asks. */
final class EventGroups {

    private final AuditEvent event;
    private final EventPlace place;
    private final Filters filters;
    private final Words words;
    private final Texts texts;

    EventGroups(AuditEvent event, EventPlace place, Filters filters, Words words) {
        this.event = event;
        this.place = place;
        this.filters = filters;
        this.words = words;
        this.texts = words.texts();
    }

    List<Group> all() {
        return Stream.of(what(), who(), source(), request(), attributes(), record())
                .filter(group -> !group.fields().isEmpty())
                .toList();
    }

    private Group what() {
        Result result = Result.of(event, texts);
        Target target = event.target();
        Failure error = event.error();
        return Group.named("what", texts)
                .add(
                        "outcome",
                        new Part(
                                result.icon() + " " + result.word(),
                                "tag " + result.style(),
                                outcome().only(),
                                outcome().except()),
                        codeValue(result.status(), filters.of("status", result.status())),
                        dim(texts.text("transaction." + event.transaction())))
                .add(
                        "operation",
                        codeValue(event.operation(), filters.of("operation", event.operation())),
                        value(
                                texts.text("activity." + event.activity()),
                                filters.of("activity", event.activity().name())))
                .add(
                        "target",
                        target == null ? plain("") : value(object(target), filters.target(event)),
                        target == null || target.name() == null ? plain("") : plain("“" + target.name() + "”"))
                .add(
                        "error",
                        error == null ? plain("") : code(error.type()),
                        plain(error == null ? null : error.message()))
                .add("reason", plain(event.reason()))
                .add("duration", plain(Amounts.duration(event.durationMicros(), texts.locale())))
                .done();
    }

    private Filters.Choice outcome() {
        return filters.of("outcome", event.outcome().name());
    }

    private static String object(Target target) {
        return Stream.of(target.type(), target.id()).filter(Objects::nonNull).reduce("", (a, b) -> (a + " " + b)
                .strip());
    }

    private Group who() {
        Actor actor = event.actor();
        return Group.named("who", texts)
                .add(
                        "actor",
                        value(words.sentences().actor(event), filters.actor(event)),
                        code(actor.name() == null ? null : actor.id()),
                        dim(texts.text("type." + actor.type())))
                .add("group", value(actor.group(), filters.of("group", actor.group())))
                .add("roles", plain(String.join(", ", actor.roles())))
                .add("auth", plain(actor.auth()))
                .add("session", codeValue(actor.session(), filters.of("session", actor.session())))
                .done();
    }

    private Group source() {
        Source source = event.source();
        Group.Building group = Group.named("source", texts);
        if (source == null) {
            return group.done();
        }
        boolean direct = source.rule().equals(Source.RULE_PEER);
        return group.add(
                        "ip",
                        codeValue(source.ip(), filters.source(event)),
                        dim(direct ? texts.text("source.peer") : texts.text("source.by", Visible.of(source.rule()))))
                .add("peer", code(source.peer()))
                .add("hops", code(String.join(" → ", source.chain())))
                .done();
    }

    private Group request() {
        Request request = event.request();
        Group.Building group = Group.named("request", texts);
        if (request != null) {
            group.add("call", code(request.method() + " " + request.path()))
                    .add("route", code(request.route()))
                    .add("query", code(request.query()))
                    .add("userAgent", plain(request.userAgent()))
                    .add("contentType", code(request.contentType()))
                    .add(
                            "bytes",
                            plain(size(request.bytes())),
                            dim(request.truncated() ? texts.text("request.truncated") : ""))
                    .add("redacted", code(String.join(" ", request.redacted())));
        }
        return group.add(
                        "correlation",
                        codeValue(event.correlationId(), filters.of("correlation", event.correlationId())))
                .add("trace", codeValue(event.traceId(), filters.of("trace", event.traceId())))
                .done();
    }

    private String size(@Nullable Long bytes) {
        return bytes == null ? "" : Amounts.size(bytes, texts.locale());
    }

    private Group attributes() {
        Group.Building group = Group.named("attributes", texts);
        event.attributes().forEach((key, text) -> group.labelled("attribute", Visible.of(key), plain(text)));
        return group.done();
    }

    private Group record() {
        UUID parent = event.parentId();
        return Group.named("record", texts)
                .add("application", value(event.application(), filters.of("application", event.application())))
                .add("node", value(event.node(), filters.of("node", event.node())))
                .add("sequence", plain(texts.text("record.sequence", event.sequence())), dim(event.chain()))
                .add("time", code(event.time().toString()))
                .add(
                        "recordedAt",
                        code(
                                event.recordedAt() == null
                                        ? null
                                        : event.recordedAt().toString()),
                        dim(texts.text("guarantee." + event.guarantee())))
                .add("id", code(event.id().toString()))
                .add(
                        "parent",
                        parent == null ? plain("") : new Part(parent.toString(), "code", place.event(parent), ""))
                .done();
    }
}
