package dev.auditlog.web.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.auditlog.query.Order;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventsLinkTest {

    private static final EventsLink LIST = new EventsLink("/audit", "actor:a b", "-7d", "", "oldest", "CUR");

    @Test
    void url_hasOnlyWhatIsSaid_andIsReadable() {
        assertEquals("/audit/events?q=actor:a+b&from=-7d&order=oldest&cursor=CUR", LIST.url());
        assertEquals("/audit/events", new EventsLink("/audit", "", "", "", "").url());
    }

    @Test
    void otherQueryRangeOrOrder_beginsAtTheStart() {
        assertEquals("/audit/events?q=x&from=-7d&order=oldest", LIST.query("x").url());
        assertEquals(
                "/audit/events?q=actor:a+b&from=-1h&order=oldest",
                LIST.range("-1h", "").url());
        assertEquals(
                "/audit/events?q=actor:a+b&from=-7d", LIST.order(Order.NEWEST).url());
        assertEquals(
                "/audit/events?q=actor:a+b&from=-7d&order=oldest",
                LIST.order(Order.NEWEST).order(Order.OLDEST).url());
    }

    @Test
    void live_staysOverQueriesAndRangesUpToNow_andEndsWhereNothingNewCanCome() {
        EventsLink live = new EventsLink("/audit", "", "-7d", "", "").live(true);
        assertEquals("/audit/events?from=-7d&live=true", live.url());
        assertEquals("/audit/events?q=x&from=-7d&live=true", live.query("x").url());
        assertEquals("/audit/events?from=-1h&live=true", live.range("-1h", "").url());
        assertEquals("/audit/events?from=-2h&to=-1h", live.range("-2h", "-1h").url());
        assertEquals(
                "/audit/events?from=-7d&order=oldest", live.order(Order.OLDEST).url());
        assertEquals("/audit/events?from=-7d&cursor=C", live.at("C").url());
        assertEquals("/audit/events?from=-7d&live=true", live.at("").url());
        assertEquals("/audit/events?from=-7d", live.live(false).url());
    }

    @Test
    void event_isShownBesideTheSamePlaceOfTheList_orAlone() {
        UUID id = new UUID(1, 2);
        assertEquals(LIST.url() + "&event=" + id, LIST.beside(id));
        assertEquals(LIST.url() + "&event=a%26b", LIST.keeping("a&b"));
        assertEquals(LIST.url(), LIST.keeping(""));
        assertEquals("/audit/events/" + id + "?q=actor:a+b&from=-7d&order=oldest&cursor=CUR", LIST.event(id));
    }
}
