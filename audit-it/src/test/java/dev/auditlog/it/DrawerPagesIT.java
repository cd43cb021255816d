package dev.auditlog.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.it.Http.Reply;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The event beside its list, its history and comparisons by plain links, as a browser without scripts follows them. */
class DrawerPagesIT {

    private static final String CHAIN = "links-1";
    private static final String LIST = "/events?q=chain:links-1&from=2001-09-09&to=2001-09-10";
    private static final String HOSTILE = "\"><script>alert(1)</script>";

    private static SeededEvent first;
    private static SeededEvent second;

    @BeforeAll
    static void seed() {
        ConsoleServer.get("/audit/api/events", "auditor"); // makes the tables
        ConsoleServer.change("delete from audit_event where chain = '" + CHAIN + "'");
        first = event(1, "{\"note\":\"one\",\"amount\":10}");
        second = event(2, "{\"amount\":12,\"note\":\"one\",\"x\":\"" + HOSTILE.replace("\"", "\\\"") + "\"}");
        ConsoleServer.change(first.sql(), second.sql());
    }

    private static SeededEvent event(int number, String data) {
        return new SeededEvent(CHAIN, number)
                .actor("bob", "Bob Ray")
                .target("Order", "l-1")
                .with("request_method", "PUT")
                .with("request_path", "/orders/l-1")
                .with("request_truncated", false)
                .with("redacted", "[]")
                .with("request_data", data);
    }

    private static Visitor auditor() {
        return Visitor.signedIn(ConsoleServer.OWN, "auditor");
    }

    private static JsonObject onlyEventOf(Reply reply) {
        List<JsonObject> events = ConsoleServer.eventsOf(reply);
        assertEquals(1, events.size(), events::toString);
        return events.get(0);
    }

    @Test
    void listWithAnEvent_byItsLink_showsBoth_andLeavesOneEvent() {
        Reply reply = auditor().get(LIST + "&event=" + second.id());
        assertEquals(200, reply.status());
        assertTrue(reply.text().contains("id=\"drawer\""));
        assertTrue(reply.text().contains("id=\"table\""));
        JsonObject event = onlyEventOf(reply);
        assertEquals("Console.view", event.getString("operation"));
        assertEquals(second.id(), event.getString("target_id"));
        assertTrue(event.getString("attributes").contains("chain:links-1"), "it says what the list was asked for");
        assertTrue(reply.text().contains("href=\"/audit" + LIST.replace("&", "&amp;") + "\" aria-label=\"Close\""));
    }

    @Test
    void pageOfAnEvent_byALinkWithParameters_putsNothingIntoTheServersLog() {
        int before = ConsoleServer.log().length();
        Visitor auditor = auditor(); // one session: Faces keeps in it what its last page was written in
        for (int i = 0; i < 9; i++) { // the log is written a moment later, and the last of them need not be in it
            Reply reply = auditor.get("/events/" + second.id() + "?q=chain:links-1");
            assertEquals(200, reply.status());
        }
        assertFalse(ConsoleServer.log().substring(before).contains("character encoding"));
    }

    @Test
    void part_isTheDrawerAlone_andLeavesOneEvent() {
        Reply reply = auditor().get("/events/" + second.id() + "?q=chain:links-1&part=drawer");
        assertEquals(200, reply.status());
        assertTrue(
                reply.text()
                        .replaceFirst("<!DOCTYPE html>", "")
                        .strip()
                        .startsWith("<aside class=\"drawer\" id=\"drawer\""),
                reply::text);
        assertFalse(reply.text().contains("<script"), reply::text);
        assertEquals("Console.view", onlyEventOf(reply).getString("operation"));
        assertEquals("no-store", reply.header("Cache-Control"));
        Reply live = auditor().get("/events/" + second.id() + "?live=true&part=drawer");
        assertTrue(live.text().contains("href=\"/audit/events?live=true\" aria-label=\"Close\""), live::text);
    }

    @Test
    void eventThatIsNotThere_isSaidBesideTheList_andRecorded() {
        Reply absent = auditor().get(LIST + "&event=00e8d4a5-1003-7000-8000-000000000000");
        assertEquals(404, absent.status());
        assertTrue(absent.text().contains("No event with this id"));
        assertTrue(absent.text().contains("id=\"table\""), "the list is there");
        assertEquals("FAILURE", onlyEventOf(absent).getString("outcome"));
        Reply none = auditor().get(LIST + "&event=%22%3E%3Cscript%3Ealert(1)%3C/script%3E");
        assertEquals(404, none.status());
        assertFalse(none.text().contains("<script>"));
        assertEquals("none", onlyEventOf(none).getString("target_id"));
    }

    @Test
    void event_besideAListThatCannotBeRead_isNotShown() {
        Reply reply = auditor().get("/events?q=nonsense:1&event=" + first.id());
        assertEquals(400, reply.status());
        assertFalse(reply.text().contains("id=\"drawer\""));
        assertEquals("Console.search", onlyEventOf(reply).getString("operation"));
    }

    @Test
    void order_isPartOfTheAddress_andAnUnknownOneIsRefused() {
        Reply oldest = auditor().get(LIST + "&order=oldest");
        int one = oldest.text().indexOf("data-event=\"" + first.id());
        assertTrue(one > 0 && one < oldest.text().indexOf("data-event=\"" + second.id()));
        Reply newest = auditor().get(LIST + "&order=newest");
        assertTrue(newest.text().indexOf("data-event=\"" + first.id())
                > newest.text().indexOf("data-event=\"" + second.id()));
        Reply other = auditor().get(LIST + "&order=" + "%3Cb%3E");
        assertEquals(400, other.status());
        assertTrue(other.text().contains("AUD-0870 order = \"&lt;b&gt;\" is no order. Allowed: newest, oldest"));
    }

    @Test
    void comparison_showsWhatDiffers_andLeavesOneEventThatNamesBoth() {
        Reply reply = auditor().get("/compare?a=" + second.id() + "&b=" + first.id() + "&q=chain:links-1");
        assertEquals(200, reply.status());
        assertTrue(reply.text().contains("<del>10</del>"), reply::text);
        assertTrue(reply.text().contains("<ins>12</ins>"));
        assertFalse(reply.text().contains("<del>one</del>"));
        assertFalse(reply.text().contains("<script>"));
        JsonObject event = onlyEventOf(reply);
        assertEquals("Console.compare", event.getString("operation"));
        assertEquals(second.id(), event.getString("target_id"));
        assertTrue(event.getString("attributes").contains("\"with\":\"" + first.id() + "\""));
        Reply inline = auditor().get("/compare?a=" + first.id() + "&b=" + second.id() + "&view=inline&of=event");
        assertTrue(inline.text().contains("id=\"inline\""));
        assertTrue(inline.text().contains(first.id()) && inline.text().contains(second.id()));
    }

    @Test
    void comparison_withAnEventThatIsNotThere_isA404() {
        Reply reply = auditor().get("/compare?a=" + first.id() + "&b=x");
        assertEquals(404, reply.status());
        assertTrue(reply.text().contains("No event with this id"));
        assertEquals("FAILURE", onlyEventOf(reply).getString("outcome"));
    }

    @Test
    void history_withAPlaceThatIsNone_saysSo_andShowsTheEvent() {
        Reply reply = auditor().get(LIST + "&event=" + first.id() + "&history=nonsense");
        assertEquals(200, reply.status());
        assertTrue(reply.text().contains("id=\"historyProblem\""));
        assertTrue(reply.text().contains("id=\"sentence\""));
    }
}
