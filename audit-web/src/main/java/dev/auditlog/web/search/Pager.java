package dev.auditlog.web.search;

import dev.auditlog.query.EventCursor;
import dev.auditlog.query.EventPage;
import dev.auditlog.query.EventTotal;
import dev.auditlog.web.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The way through a long list, and how much of it is seen. Where in the list a later page stands is not known, so it
 * does not say.
 *
 * @param shown what of the list is on this page
 * @param newest address of the start of the list; empty there
 * @param newer address of the page before; empty at the start
 * @param older address of the page after; empty at the end
 */
public record Pager(String shown, String newest, String newer, String older) {

    static Pager of(EventsLink here, EventPage page, @Nullable EventTotal total, Texts texts) {
        int rows = page.events().size();
        boolean start = here.cursor().isEmpty();
        String of = total == null ? texts.text("pager.uncounted") : amount(total, texts);
        return new Pager(
                start ? texts.text("pager.first", rows, of) : texts.text("pager.later", rows, of),
                start ? "" : here.at("").url(),
                link(here, page.prev()),
                link(here, page.next()));
    }

    private static String amount(EventTotal total, Texts texts) {
        return texts.text(total.exact() ? "pager.exact" : "pager.more", total.value());
    }

    private static String link(EventsLink here, @Nullable EventCursor cursor) {
        return cursor == null ? "" : here.at(cursor.toText()).url();
    }
}
