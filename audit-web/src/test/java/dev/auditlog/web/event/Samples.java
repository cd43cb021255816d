package dev.auditlog.web.event;

import dev.auditlog.Activity;
import dev.auditlog.event.Actor;
import dev.auditlog.event.ActorType;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Request;
import dev.auditlog.web.search.EventsLink;
import dev.auditlog.web.text.Texts;
import dev.auditlog.web.text.Words;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events to show. */
final class Samples {

    static final Instant TIME = Instant.parse("2026-11-24T21:14:07.482913Z");
    static final EventsLink LIST = new EventsLink("/audit", "actor:bob", "-7d", "", "");
    static final Words WORDS =
            new Words(new Texts(Locale.ENGLISH), ZoneOffset.UTC, Instant.parse("2026-11-25T12:00:00Z"));

    private Samples() {}

    static UUID id(int number) {
        return new UUID(0x01935f9a7b1e7000L, 0x8000000000000000L | number);
    }

    static AuditEvent.Draft change(int number) {
        return AuditEvent.draft("OrderResource.update")
                .id(id(number))
                .time(TIME.plusSeconds(number))
                .application("sample")
                .node("host-1")
                .activity(Activity.UPDATE)
                .actor(new Actor("bob", "Bob Ray", ActorType.USER, null, List.of(), null, "s-1"))
                .target("Order", "42")
                .status(200)
                .durationMicros(3_200);
    }

    static AuditEvent changeOf(int number, @Nullable String data) {
        return change(number)
                .request(request("PUT", "/orders/42", null, "application/json", data))
                .toEvent();
    }

    static Request request(
            String method, String path, @Nullable String query, @Nullable String type, @Nullable String data) {
        Long bytes = data == null ? null : (long) data.length();
        return new Request(method, path, null, query, null, type, data, bytes, false, List.of("/card"));
    }
}
