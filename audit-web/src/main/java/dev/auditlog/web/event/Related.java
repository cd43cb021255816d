package dev.auditlog.web.event;

import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Target;
import dev.auditlog.query.EventQuery;
import dev.auditlog.web.search.EventsLink;
import dev.auditlog.web.search.Filters;
import dev.auditlog.web.search.Filters.Choice;
import dev.auditlog.web.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** A list that a reader of an event may want next: a query and a time in which the event itself lies. */
public record Related(String key, String text, String url) {

    /** The start of all times that can be asked for. */
    private static final String EVER = "1970-01-01";

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** As long as a person's session may be, and more than any call takes. */
    private static final Duration DAY = Duration.ofDays(1);

    private static final Duration MONTH = Duration.ofDays(30);

    static List<Related> to(AuditEvent event, EventsLink list, Words words) {
        EventsLink here = list.query("");
        Target target = event.target();
        Choice history = target == null || target.id() == null
                ? Choice.NONE
                : within(here.range(EVER, "")).target(event);
        Filters day = within(around(event, DAY, here, words));
        return Stream.of(
                        related("history", history, words),
                        related(
                                "actor",
                                within(around(event, MONTH, here, words)).actor(event),
                                words),
                        related("session", day.of("session", event.actor().session()), words),
                        related("correlation", day.of("correlation", event.correlationId()), words),
                        new Related(
                                "around",
                                words.texts().text("related.around"),
                                around(event, MINUTE, here, words).url()))
                .filter(related -> !related.url().isEmpty())
                .toList();
    }

    private static Filters within(EventsLink range) {
        return new Filters(EventQuery.all(), range);
    }

    private static Related related(String key, Choice choice, Words words) {
        return new Related(key, words.texts().text("related." + key), choice.only());
    }

    /** From so long before the event to so long after it; to now, where that is still to come. */
    private static EventsLink around(AuditEvent event, Duration length, EventsLink here, Words words) {
        Instant from = event.time().minus(length).truncatedTo(ChronoUnit.SECONDS);
        Instant to = event.time().plus(length).truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        boolean past = to.isBefore(words.now()) || length.equals(MINUTE);
        return here.range((from.isBefore(Instant.EPOCH) ? Instant.EPOCH : from).toString(), past ? to.toString() : "");
    }
}
