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
 * @param start leads to the start of the list; without an address there
 * @param before leads to the page before; without an address at the start
 * @param after leads to the page after; without an address at the end
 */
public record Pager(String shown, Step start, Step before, Step after) {

    /**
     * A way to another page.
     *
     * @param key what lies there: {@code newest}, {@code newer}, {@code older}, {@code oldest}
     * @param url empty where there is nothing
     */
    public record Step(String key, String text, String url) {}

    static Pager of(EventsLink here, EventPage page, @Nullable EventTotal total, Texts texts) {
        int rows = page.events().size();
        boolean start = here.cursor().isEmpty();
        boolean oldest = here.order().equals(EventsLink.OLDEST);
        String of = total == null ? texts.text("pager.uncounted") : amount(total, texts);
        return new Pager(
                start ? texts.text("pager.first", rows, of) : texts.text("pager.later", rows, of),
                step(oldest ? "oldest" : "newest", start ? "" : here.at("").url(), texts),
                step(oldest ? "older" : "newer", link(here, page.prev()), texts),
                step(oldest ? "newer" : "older", link(here, page.next()), texts));
    }

    private static Step step(String key, String url, Texts texts) {
        return new Step(key, texts.text("pager." + key), url);
    }

    private static String amount(EventTotal total, Texts texts) {
        return texts.text(total.exact() ? "pager.exact" : "pager.more", total.value());
    }

    private static String link(EventsLink here, @Nullable EventCursor cursor) {
        return cursor == null ? "" : here.at(cursor.toText()).url();
    }
}
