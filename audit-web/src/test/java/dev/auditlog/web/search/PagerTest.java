package dev.auditlog.web.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.auditlog.query.EventPage;
import dev.auditlog.query.EventTotal;
import dev.auditlog.web.text.Texts;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PagerTest {

    private static Pager pager(EventsLink here) {
        return Pager.of(here, new EventPage(List.of(), null, null), new EventTotal(7, true), new Texts(Locale.ENGLISH));
    }

    @Test
    void steps_areNamedAfterWhatLiesThere_inEitherOrder() {
        Pager newest = pager(new EventsLink("", "q", "", "", "cursor"));
        assertEquals(new Pager.Step("newest", "Newest", "/events?q=q"), newest.start());
        assertEquals("Newer", newest.before().text());
        assertEquals("Older", newest.after().text());
        Pager oldest = pager(new EventsLink("", "q", "", "", "oldest", "cursor"));
        assertEquals(new Pager.Step("oldest", "Oldest", "/events?q=q&order=oldest"), oldest.start());
        assertEquals("Older", oldest.before().text());
        assertEquals("Newer", oldest.after().text());
    }

    @Test
    void start_isNoStepFromItself() {
        assertEquals("", pager(new EventsLink("", "q", "", "", "")).start().url());
    }
}
