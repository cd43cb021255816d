package dev.auditlog.web.event;

import dev.auditlog.event.AuditEvent;
import dev.auditlog.web.search.Filters;
import dev.auditlog.web.text.Amounts;
import dev.auditlog.web.text.Clock;
import dev.auditlog.web.text.Phrase;
import dev.auditlog.web.text.Result;
import dev.auditlog.web.text.Words;
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
 * @param texts the event in forms to copy
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
        EventTexts texts) {

    static EventView of(AuditEvent event, EventPlace place, Filters filters, Words words) {
        List<Group> groups = new EventGroups(event, place, filters, words).all();
        String title = words.sentences().text(event);
        Clock clock = words.clock(event.time());
        return new EventView(
                title,
                words.sentences().actor(event),
                words.sentences().what(event),
                words.sentences().end(event),
                Result.of(event, words.texts()),
                clock,
                Amounts.duration(event.durationMicros(), words.texts().locale()),
                groups,
                Related.to(event, place.list(), words),
                EventTexts.of(event, data -> Markdown.of(title, clock, words.zoneName(), groups, data)));
    }
}
