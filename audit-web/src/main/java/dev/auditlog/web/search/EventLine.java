package dev.auditlog.web.search;

import dev.auditlog.event.ActorType;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Request;
import dev.auditlog.web.text.Amounts;
import dev.auditlog.web.text.Clock;
import dev.auditlog.web.text.Phrase;
import dev.auditlog.web.text.Result;
import dev.auditlog.web.text.Visible;
import dev.auditlog.web.text.Words;

/**
 * One line of the list.
 *
 * @param id id of the event
 * @param url address of the list with the event beside it
 * @param sentence the whole line in words
 * @param clock when
 * @param actor who
 * @param badge kind of actor where that is no person; else empty
 * @param what did what to what
 * @param operation name of the operation
 * @param result how it ended
 * @param ip where from; empty outside HTTP
 * @param more what the list shows to those who want it
 * @param links where the values lead
 */
public record EventLine(
        String id,
        String url,
        String sentence,
        Clock clock,
        String actor,
        String badge,
        Phrase what,
        String operation,
        Result result,
        String ip,
        More more,
        Links links) {

    /** What the list shows to those who want it; each empty where the event has it not. */
    public record More(String duration, String application, String group, String call) {

        static More of(AuditEvent event, Words words) {
            Request request = event.request();
            return new More(
                    Amounts.duration(event.durationMicros(), words.texts().locale()),
                    Visible.of(event.application()),
                    Visible.of(event.actor().group()),
                    request == null ? "" : Visible.of(request.method() + " " + request.path()));
        }
    }

    /** Where the values of a line lead. */
    public record Links(
            Filters.Choice actor,
            Filters.Choice operation,
            Filters.Choice target,
            Filters.Choice outcome,
            Filters.Choice source,
            Filters.Choice application,
            Filters.Choice group) {}

    static EventLine of(AuditEvent event, Filters filters, Words words) {
        return new EventLine(
                event.id().toString(),
                filters.here().beside(event.id()),
                words.sentences().text(event),
                words.clock(event.time()),
                words.sentences().actor(event),
                badge(event.actor().type(), words),
                words.sentences().what(event),
                Visible.of(event.operation()),
                Result.of(event, words.texts()),
                event.source() == null ? "" : Visible.of(event.source().ip()),
                More.of(event, words),
                links(event, filters));
    }

    private static Links links(AuditEvent event, Filters filters) {
        return new Links(
                filters.actor(event),
                filters.of("operation", event.operation()),
                filters.target(event),
                filters.of("outcome", event.outcome().name()),
                filters.source(event),
                filters.of("application", event.application()),
                filters.of("group", event.actor().group()));
    }

    private static String badge(ActorType type, Words words) {
        return type == ActorType.SERVICE || type == ActorType.SYSTEM
                ? words.texts().text("type." + type)
                : "";
    }
}
