package dev.auditlog.web.event;

import dev.auditlog.canonical.EventJson;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Request;
import dev.auditlog.event.Target;
import dev.auditlog.web.search.EventsLink;
import dev.auditlog.web.search.Filters;
import dev.auditlog.web.text.Amounts;
import dev.auditlog.web.text.Clock;
import dev.auditlog.web.text.Phrase;
import dev.auditlog.web.text.Result;
import dev.auditlog.web.text.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One event as its page shows it.
 *
 * @param title the whole sentence
 * @param actor who
 * @param what did what to what
 * @param end how it ended; empty where it is done
 * @param result the mark of the outcome
 * @param clock when
 * @param duration how long it took
 * @param groups every field
 * @param related lists that a reader may want next
 * @param data request data as indented JSON; empty where none was recorded
 * @param json the whole event as indented JSON
 */
public record EventView(
        String title,
        String actor,
        Phrase what,
        Phrase end,
        Result result,
        Clock clock,
        String duration,
        List<Group> groups,
        List<Related> related,
        String data,
        String json) {

    /** A list that a reader may want next. */
    public record Related(String key, String text, String url) {}

    private static final Duration AROUND = Duration.ofMinutes(1);

    static EventView of(AuditEvent event, Filters filters, Words words) {
        Request request = event.request();
        String data = request == null || request.data() == null ? "" : request.data();
        return new EventView(
                words.sentences().text(event),
                words.sentences().actor(event),
                words.sentences().what(event),
                words.sentences().end(event),
                Result.of(event, words.texts()),
                words.clock(event.time()),
                Amounts.duration(event.durationMicros(), words.texts().locale()),
                new EventGroups(event, filters, words).all(),
                related(event, filters, words),
                Indented.json(data),
                Indented.json(EventJson.text(event)));
    }

    private static List<Related> related(AuditEvent event, Filters filters, Words words) {
        EventsLink month = filters.here().range("-30d", "");
        Filters wide = new Filters(filters.query(), month);
        List<Related> related = new ArrayList<>();
        Target target = event.target();
        if (target != null && target.id() != null) {
            add(related, "history", wide.target(event).only(), words);
        }
        add(related, "actor", wide.actor(event).only(), words);
        add(related, "session", wide.of("session", event.actor().session()).only(), words);
        add(
                related,
                "correlation",
                wide.of("correlation", event.correlationId()).only(),
                words);
        String from = event.time().minus(AROUND).toString();
        String to = event.time().plus(AROUND).toString();
        add(related, "around", filters.here().range(from, to).url(), words);
        return List.copyOf(related);
    }

    private static void add(List<Related> related, String key, String url, Words words) {
        if (!url.isEmpty()) {
            related.add(new Related(key, words.texts().text("related." + key), url));
        }
    }
}
