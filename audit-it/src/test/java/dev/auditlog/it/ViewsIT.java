package dev.auditlog.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.it.Http.Reply;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Saved views over plain HTTP: what is kept, who may change it, and what each change leaves on record. */
class ViewsIT {

    private static final String LIST = "/events?q=outcome:DENIED+actor:bob&from=-7d";

    private Visitor auditor;

    @BeforeAll
    static void makeTables() {
        ConsoleServer.get("/audit/api/events", "auditor");
        ConsoleServer.change("delete from audit_sign_in");
    }

    @BeforeEach
    void signIn() {
        auditor = Visitor.signedIn(ConsoleServer.OWN, "auditor");
    }

    @AfterEach
    void forget() {
        ConsoleServer.change("delete from audit_view", "delete from audit_default_view");
    }

    private static Reply save(Visitor visitor, String list, String name, boolean shared) {
        Map<String, String> fields = Visitor.hidden(visitor.get(list), "saveViewForm");
        fields.putAll(Map.of("name", name, "do", "create"));
        if (shared) {
            fields.put("shared", "true");
        }
        return visitor.post("/change-view", fields);
    }

    private static Reply change(Visitor visitor, String what, String view, String... more) {
        Map<String, String> fields = new HashMap<>(Visitor.hidden(visitor.get("/events?q="), "saveViewForm"));
        fields.putAll(Map.of("do", what, "view", view));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return visitor.post("/change-view", fields);
    }

    /** The one event that a change left. */
    private static JsonObject event(Reply reply) {
        List<JsonObject> events = ConsoleServer.eventsOf(reply);
        assertEquals(1, events.size(), events::toString);
        assertEquals(reply.header("Audit-ID"), events.get(0).getString("id"));
        return events.get(0);
    }

    private static String attribute(JsonObject event, String name) {
        return Json.createReader(new StringReader(event.getString("attributes")))
                .readObject()
                .getString(name);
    }

    private static String idOf(Reply saved) {
        return event(saved).getString("target_id");
    }

    @Test
    void view_savedAboveAList_isThatListAgain_andOnRecord() {
        Reply saved = save(auditor, LIST + "&order=oldest", "Bob's refusals", false);
        assertEquals(303, saved.status());
        assertEquals("./events?q=outcome:DENIED+actor:bob&from=-7d&order=oldest", saved.header("Location"));
        JsonObject event = event(saved);
        assertEquals("Views.create", event.getString("operation"));
        assertEquals("CREATE", event.getString("activity"));
        assertEquals("SUCCESS", event.getString("outcome"));
        assertEquals("auditor", event.getString("actor_id"));
        assertEquals("View", event.getString("target_type"));
        assertEquals("Bob's refusals", event.getString("target_name"));
        assertEquals("outcome:DENIED actor:bob", attribute(event, "query"));
        assertEquals("-7d", attribute(event, "from"));
        assertEquals("oldest", attribute(event, "order"));
        assertEquals("false", attribute(event, "shared"));
        String page = auditor.get(saved.header("Location").substring(1)).text();
        assertTrue(page.contains("class=\"chip on\" id=\"savedViewsButton\"><bdi>Bob's refusals</bdi>"), page);
        assertTrue(auditor.get("/views").text().contains("<code>outcome:DENIED actor:bob</code>"));
    }

    @Test
    void view_inLettersThatAreNotAscii_isKeptAsItWasWritten() {
        Reply saved = save(auditor, "/events?q=actor:m%C3%BCller&from=-7d", "Löschungen 数 😀", false);
        assertEquals("./events?q=actor:m%C3%BCller&from=-7d", saved.header("Location"));
        assertEquals("Löschungen 数 😀", event(saved).getString("target_name"));
        assertTrue(auditor.get("/views").text().contains("Löschungen 数 😀"));
    }

    @Test
    void whatCannotBeDone_isToldInTheReadersLanguage_andRecordedInOne() {
        Visitor german = new Visitor(ConsoleServer.OWN, "Accept-Language", "de-AT,de;q=0.9");
        german.signIn("auditor", TestEnvironment.get().password(), "/events");
        Reply refused = save(german, LIST, " ", false);
        assertTrue(refused.text().contains("AUD-1040 Das ist kein Name für eine Ansicht."), refused.text());
        assertTrue(event(refused).toString().contains("is no name for a view"));
        String page = german.get("/events?q=outcom:DENIED").text();
        assertTrue(page.contains("AUD-0502 „outcom:“ ist kein Merkmal. Meinten Sie outcome:? Erlaubt: actor,"), page);
    }

    @Test
    void privateView_ofSomebodyElse_isNotThere_forTheAdminNeither() {
        String id = idOf(save(auditor, LIST, "Mine alone", false));
        for (String name : List.of("exporter", "admin")) {
            Visitor other = Visitor.signedIn(ConsoleServer.OWN, name);
            assertFalse(other.get("/events?q=").text().contains("Mine alone"));
            assertFalse(other.get("/views").text().contains("Mine alone"));
            Reply refused = change(other, "rename", id, "name", "Taken");
            assertEquals(404, refused.status());
            assertTrue(refused.text().contains("AUD-1042"), refused.text());
            JsonObject event = event(refused);
            assertEquals("FAILURE", event.getString("outcome"));
            assertFalse(event.toString().contains("Mine alone"));
        }
    }

    @Test
    void privateView_ofSomebodyElse_isNoViewToBeginWith() {
        String id = idOf(save(auditor, LIST, "Mine alone", false));
        Visitor exporter = Visitor.signedIn(ConsoleServer.OWN, "exporter");
        for (String view : List.of(id, "00000000-0000-4000-8000-000000000000", "no-such-word")) {
            Reply refused = change(exporter, "begin", view);
            refused(refused, 404, "AUD-1042");
            assertEquals("Views.begin", event(refused).getString("operation"));
        }
        assertEquals(List.of(), ConsoleServer.rows("select * from audit_default_view"));
        assertEquals(303, change(auditor, "begin", id).status());
        assertEquals(303, change(auditor, "share", id).status());
        assertEquals(303, change(exporter, "begin", id).status());
    }

    @Test
    void sharedView_isSeenByAll_andChangedByOwnerAndAdminAlone() {
        String id = idOf(save(auditor, LIST, "Ours", true));
        Visitor exporter = Visitor.signedIn(ConsoleServer.OWN, "exporter");
        String page = exporter.get("/views").text();
        assertTrue(page.contains("Ours") && page.contains("shared by auditor"), page);
        for (String what : List.of("rename", "replace", "unshare", "delete")) {
            Reply refused = change(exporter, what, id, "name", "Taken");
            assertEquals(403, refused.status(), what);
            assertTrue(refused.text().contains("AUD-1043"), refused.text());
            assertEquals("DENIED", event(refused).getString("outcome"));
        }
        Visitor admin = Visitor.signedIn(ConsoleServer.OWN, "admin");
        Reply renamed = change(admin, "rename", id, "name", "Everybody's");
        assertEquals("./views?done=rename", renamed.header("Location"));
        assertEquals("Ours", attribute(event(renamed), "before.name"));
        assertEquals("Everybody's", attribute(event(renamed), "name"));
        assertTrue(admin.get("/views?done=rename").text().contains("The view has a new name."));
        Reply replaced = change(auditor, "replace", id, "q", "status:500", "from", "");
        assertEquals("outcome:DENIED actor:bob", attribute(event(replaced), "before.query"));
        assertEquals("status:500", attribute(event(replaced), "query"));
        Reply unshared = change(auditor, "unshare", id);
        assertEquals("true", attribute(event(unshared), "before.shared"));
        assertEquals("false", attribute(event(unshared), "shared"));
        Reply deleted = change(auditor, "delete", id);
        assertEquals("DELETE", event(deleted).getString("activity"));
        assertEquals("Everybody's", attribute(event(deleted), "before.name"));
        assertTrue(auditor.get("/views").text().contains("id=\"noViews\""));
    }

    @Test
    void form_withoutTheCodeOfItsSession_changesNothing_andIsOnRecord() {
        String id = idOf(save(auditor, LIST, "Safe", false));
        Reply without = auditor.post("/change-view", Map.of("do", "delete", "view", id));
        assertEquals(403, without.status());
        assertEquals("DENIED", event(without).getString("outcome"));
        assertEquals(403, change(auditor, "delete", id, "token", "other").status());
        Visitor misled = new Visitor(ConsoleServer.OWN, "Sec-Fetch-Site", "cross-site");
        misled.cookies.putAll(auditor.cookies);
        assertEquals(403, change(misled, "delete", id).status());
        assertEquals(405, auditor.get("/change-view?do=delete&view=" + id).status());
        assertEquals(
                303,
                new Visitor(ConsoleServer.OWN)
                        .post("/change-view", Map.of("do", "delete", "view", id))
                        .status());
        assertEquals(400, change(auditor, "burn", id).status());
        assertTrue(auditor.get("/views").text().contains("Safe"));
    }

    @Test
    void mistakes_areToldInWords_withWhatIsAllowed() {
        save(auditor, LIST, "Taken", false);
        refused(save(auditor, LIST, "TAKEN", false), 409, "AUD-1041");
        refused(save(auditor, LIST, "  ", false), 400, "AUD-1040");
        refused(change(auditor, "create", "", "name", "x", "q", "actr:bob"), 400, "AUD-0502");
        refused(change(auditor, "create", "", "name", "x", "from", "yesterday"), 400, "AUD-0510");
        refused(change(auditor, "begin", "x".repeat(65)), 400, "AUD-1045");
    }

    private static void refused(Reply reply, int status, String code) {
        assertEquals(status, reply.status(), reply::text);
        assertTrue(reply.text().contains("id=\"problem\"") && reply.text().contains(code), reply::text);
        assertEquals("FAILURE", event(reply).getString("outcome"));
    }

    @Test
    void markup_inAName_isText() {
        Reply saved = save(auditor, LIST, "<img src=x onerror=alert(1)>\"'&", true);
        assertEquals(303, saved.status());
        for (String page : List.of("/events?q=", "/views")) {
            String text = auditor.get(page).text();
            assertFalse(text.contains("<img src=x"), text);
            assertTrue(text.contains("&lt;img src=x onerror=alert(1)&gt;"), text);
        }
    }

    @Test
    void defaultView_isWhereAListWithoutAnyWordLeads_forThisPersonAlone() {
        String id = idOf(save(auditor, LIST, "First thing", false));
        assertEquals(200, auditor.get("/events").status());
        Reply begun = change(auditor, "begin", id);
        assertEquals("Views.begin", event(begun).getString("operation"));
        assertEquals(id, attribute(event(begun), "view"));
        Reply led = auditor.get("/events");
        assertEquals(302, led.status());
        assertEquals("." + LIST, led.header("Location"));
        assertEquals(List.of(), ConsoleServer.eventsOf(led));
        assertEquals(200, auditor.get("/events?q=").status());
        assertEquals(
                200,
                Visitor.signedIn(ConsoleServer.OWN, "exporter").get("/events").status());
        change(auditor, "begin", "afterHours");
        auditor.cookies.put("audit-zone", "Europe%2FBerlin");
        assertEquals(
                "./events?q=-hours:mon-fri/08:00-18:00%40Europe/Berlin",
                auditor.get("/events").header("Location"));
        change(auditor, "begin", id);
        change(auditor, "delete", id);
        assertEquals(200, auditor.get("/events").status(), "the view is gone");
        assertEquals(id, attribute(event(change(auditor, "begin", "")), "before.view"));
        assertEquals(200, auditor.get("/events").status());
    }

    @Test
    void shippedViews_areQueriesInTheBox_thatFindWhatTheySay() {
        String page = auditor.get("/events?from=-1h").text();
        assertTrue(page.contains("href=\"/audit/events?q=outcome:DENIED&amp;from=-1h\""), page);
        assertTrue(page.contains("href=\"/audit/events?q=-hours:mon-fri/08:00-18:00%40UTC&amp;from=-1h\""), page);
        String address = "/events?q=application:audit+activity:CREATE,UPDATE,DELETE&from=-1h";
        save(auditor, "/events?q=type:SERVICE", "Of the services", false);
        Reply admins = auditor.get(address);
        assertTrue(admins.text().contains("class=\"chip on\" id=\"view-admin\""), admins.text());
        assertTrue(admins.text().contains("Of the services"), "the change of a view is an admin action");
        assertTrue(admins.text().contains("value=\"application:audit activity:CREATE,UPDATE,DELETE\""));
        assertEquals(200, auditor.get("/events?q=first:ip&from=-1h").status());
    }
}
