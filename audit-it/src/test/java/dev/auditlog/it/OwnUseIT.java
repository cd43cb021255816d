package dev.auditlog.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.it.Http.Reply;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever looks is looked at too: each use of the console leaves one event, and that event says what was done. */
class OwnUseIT {

    private static final String PASSWORD = TestEnvironment.get().password();
    private static final String EVENT = "01935f5e-7a2b-7c3d-8e4f-0123456789ab";

    private Visitor visitor;

    @BeforeAll
    static void makeTables() {
        ConsoleServer.get("/audit/api/events", "auditor");
        ConsoleServer.change("delete from audit_sign_in");
    }

    @BeforeEach
    void signIn() {
        visitor = Visitor.signedIn(ConsoleServer.OWN, "admin");
    }

    @AfterEach
    void forget() {
        ConsoleServer.change(
                "delete from audit_view",
                "delete from audit_default_view",
                "delete from audit_account where name_key = 'walter'");
    }

    private static JsonObject one(Reply reply, String operation, String outcome, int status) {
        List<JsonObject> events = ConsoleServer.eventsOf(reply);
        assertEquals(1, events.size(), events::toString);
        JsonObject event = events.get(0);
        assertEquals(
                operation + " " + outcome + " " + status + " audit",
                event.getString("operation") + " " + event.getString("outcome") + " " + event.getString("status") + " "
                        + event.getString("application"));
        assertEquals("127.0.0.1", event.getString("source_ip"));
        assertEquals(reply.header("Audit-ID"), event.getString("id"));
        return event;
    }

    private static JsonObject attributes(JsonObject event) {
        return Json.createReader(new StringReader(event.getString("attributes")))
                .readObject();
    }

    @Test
    void signIn_andAFailedOne_sayWhoAndHow() {
        JsonObject in = one(
                new Visitor(ConsoleServer.OWN).signIn("auditor", PASSWORD, "/events"),
                "Console.signIn",
                "SUCCESS",
                303);
        assertEquals("auditor", in.getString("actor_id"));
        assertEquals("auditor", in.getString("target_id"));
        assertEquals("FORM", attributes(in).getString("scheme"));
        Reply wrong = new Visitor(ConsoleServer.OWN).signIn("auditor", "wrong-secret-9", "/events");
        JsonObject refused = one(wrong, "Console.signIn", "DENIED", 403);
        assertEquals("ANONYMOUS", refused.getString("actor_type"));
        assertEquals("auditor", refused.getString("target_id"));
        assertEquals("BAD_CREDENTIALS", attributes(refused).getString("result"));
        assertFalse(refused.toString().contains("wrong-secret-9"));
        ConsoleServer.change("delete from audit_sign_in");
    }

    @Test
    void search_onThePage_saysTheQueryItsRangeAndHowManyItShowed() {
        JsonObject event = one(
                visitor.get("/events?q=actor:nobody+-status:200&from=2026-11-24&to=2026-11-25"),
                "Console.search",
                "SUCCESS",
                200);
        assertEquals("admin", event.getString("actor_id"));
        assertEquals("Event", event.getString("target_type"));
        assertEquals("actor:nobody -status:200", attributes(event).getString("query"));
        assertEquals("2026-11-24T00:00:00Z", attributes(event).getString("from"));
        assertEquals("2026-11-25T00:00:00Z", attributes(event).getString("to"));
        assertEquals("0", attributes(event).getString("results"));
        JsonObject unread = one(visitor.get("/events?q=actr:x"), "Console.search", "FAILURE", 400);
        assertEquals("actr:x", attributes(unread).getString("query"));
    }

    @Test
    void search_byTheApi_saysTheQueryItsRangeAndHowManyItShowed() {
        Reply found = ConsoleServer.get("/audit/api/events?q=actor:nobody&from=2026-11-24&to=2026-11-25", "auditor");
        JsonObject event = one(found, "EventResource.search", "SUCCESS", 200);
        assertEquals("auditor", event.getString("actor_id"));
        assertEquals("actor:nobody", attributes(event).getString("query"));
        assertEquals("2026-11-24T00:00:00Z", attributes(event).getString("from"));
        assertEquals("0", attributes(event).getString("events"));
        JsonObject unread =
                one(ConsoleServer.get("/audit/api/events?q=actr:x", "auditor"), "EventResource.search", "FAILURE", 400);
        assertEquals("q=actr:x", unread.getString("request_query"));
    }

    @Test
    void view_ofAnEvent_onThePageAndByTheApi_namesTheEvent() {
        JsonObject page = one(visitor.get("/events/" + EVENT), "Console.view", "FAILURE", 404);
        assertEquals("Event/" + EVENT, page.getString("target_type") + "/" + page.getString("target_id"));
        String known = visitor.get("/events?q=").header("Audit-ID");
        JsonObject seen = one(visitor.get("/events/" + known), "Console.view", "SUCCESS", 200);
        assertEquals(known, seen.getString("target_id"));
        Reply api = ConsoleServer.get("/audit/api/events/" + known, "auditor");
        JsonObject event = one(api, "EventResource.view", "SUCCESS", 200);
        assertEquals("Event/" + known, event.getString("target_type") + "/" + event.getString("target_id"));
    }

    @Test
    void export_isOnRecordBeforeItLeaves_andOnceMoreAtItsEnd() {
        Reply export = ConsoleServer.get("/audit/api/export?format=csv&q=actor:nobody&from=-1h", "exporter");
        List<JsonObject> events = ConsoleServer.eventsOf(export);
        assertEquals(2, events.size(), events::toString);
        assertEquals(events.get(0).getString("id"), events.get(1).getString("parent_id"));
        for (JsonObject event : events) {
            assertEquals("ExportResource.export", event.getString("operation"));
            assertEquals("exporter", event.getString("actor_id"));
            assertEquals("actor:nobody", attributes(event).getString("query"));
            assertEquals("csv", attributes(event).getString("format"));
        }
        assertEquals("0", attributes(events.get(1)).getString("events"));
        assertTrue(attributes(events.get(1)).containsKey("sha256"));
        Reply refused = ConsoleServer.get("/audit/api/export?format=csv", "auditor");
        one(refused, "ExportResource.export", "DENIED", 403);
    }

    @Test
    void savedView_saysWhatIsKept() {
        Map<String, String> form = Visitor.hidden(visitor.get("/events?q=status:500&from=-7d"), "saveViewForm");
        form.putAll(Map.of("name", "Broken", "do", "create"));
        JsonObject event = one(visitor.post("/change-view", form), "Views.create", "SUCCESS", 303);
        assertEquals("status:500", attributes(event).getString("query"));
    }

    @Test
    void accounts_sayWhoWasChangedFromWhatToWhat() {
        Map<String, String> walter =
                Map.of("name", "walter", "displayName", "Walter W", "role", "auditor", "do", "add");
        JsonObject added = one(visitor.submit("/accounts", "addForm", walter), "Accounts.add", "SUCCESS", 200);
        assertEquals("User/walter", added.getString("target_type") + "/" + added.getString("target_id"));
        assertEquals("auditor", attributes(added).getString("change"));
        Reply changed =
                visitor.submit("/accounts", "addForm", Map.of("name", "walter", "role", "exporter", "do", "roles"));
        JsonObject roles = one(changed, "Accounts.setRoles", "SUCCESS", 200);
        assertEquals("admin", roles.getString("actor_id"));
        assertEquals("Walter W", roles.getString("target_name"));
        assertEquals("auditor, enabled", attributes(roles).getString("before"));
        assertEquals("exporter", attributes(roles).getString("change"));
        JsonObject disabled = one(
                visitor.submit("/accounts", "addForm", Map.of("name", "walter", "do", "disable")),
                "Accounts.disable",
                "SUCCESS",
                200);
        assertEquals("exporter, enabled", attributes(disabled).getString("before"));
        JsonObject again = one(
                visitor.submit("/accounts", "addForm", Map.of("name", "walter", "do", "enable")),
                "Accounts.enable",
                "SUCCESS",
                200);
        assertEquals("exporter, disabled", attributes(again).getString("before"));
    }

    @Test
    void pages_besideTheList_leaveOneEventEach() {
        one(visitor.get("/recorders"), "Console.recorders", "SUCCESS", 200);
        one(visitor.get("/coverage"), "Console.coverage", "SUCCESS", 200);
        assertEquals("User", opened("/accounts", "Console.accounts").getString("target_type"));
        assertEquals("View", opened("/views", "Console.views").getString("target_type"));
        JsonObject password = opened("/password", "Console.password");
        assertEquals("User/admin", password.getString("target_type") + "/" + password.getString("target_id"));
        Map<String, String> wrong = Map.of("old", "a", "new", "b", "again", "c", "do", "change");
        assertEquals(
                List.of(),
                ConsoleServer.eventsOf(visitor.submit("/password", "passwordForm", wrong)),
                "nothing was done");
    }

    private JsonObject opened(String page, String operation) {
        JsonObject event = one(visitor.get(page), operation, "SUCCESS", 200);
        assertEquals("admin READ", event.getString("actor_id") + " " + event.getString("activity"));
        return event;
    }

    @Test
    void whatShowsNumbersBesideASearch_leavesNoEvent() {
        for (String path :
                List.of("/audit/api/facets?field=actor", "/audit/api/histogram?buckets=4", "/audit/api/status")) {
            assertEquals(List.of(), ConsoleServer.eventsOf(ConsoleServer.get(path, "auditor")), path);
        }
        assertEquals(List.of(), ConsoleServer.eventsOf(visitor.get("/export?q=actor:x")));
    }
}
