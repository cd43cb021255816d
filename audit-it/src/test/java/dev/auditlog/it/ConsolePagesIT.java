package dev.auditlog.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.it.Http.Reply;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The console's pages over plain HTTP, as somebody meets them who means harm. */
class ConsolePagesIT {

    private static final String PASSWORD = TestEnvironment.get().password();
    private static final String HOSTILE = "\"><script>alert(1)</script>'<img src=x onerror=alert(2)>";
    private static final Pattern LINK = Pattern.compile("(?:href|src|action|data-url|data-base)=\"([^\"#][^\"]*)\"");

    @BeforeAll
    static void makeTables() {
        ConsoleServer.get("/audit/api/events", "auditor");
        ConsoleServer.change("delete from audit_sign_in"); // other tests guess from the same address
    }

    @Test
    void signIn_overAnOldSession_startsANewOneAndEndsTheOld() {
        Visitor visitor = Visitor.signedIn(ConsoleServer.OWN, "admin");
        String old = visitor.cookies.get("AUDITSESSION");
        visitor.signIn("auditor", PASSWORD, "/events");
        assertNotEquals(old, visitor.cookies.get("AUDITSESSION"));
        Visitor thief = new Visitor(ConsoleServer.OWN);
        thief.cookies.put("AUDITSESSION", old);
        assertEquals(302, thief.get("/events").status());
        Visitor planted = new Visitor(ConsoleServer.OWN);
        planted.cookies.put("AUDITSESSION", "0123456789abcdef0123456789ab");
        planted.signIn("auditor", PASSWORD, "/events");
        assertNotEquals("0123456789abcdef0123456789ab", planted.cookies.get("AUDITSESSION"));
    }

    @Test
    void session_isACookieThatScriptsAndOtherSitesDoNotGet_andBasicMakesNone() {
        Reply reply = new Visitor(ConsoleServer.OWN).signIn("auditor", PASSWORD, "/events");
        String cookie = reply.header("Set-Cookie");
        assertTrue(cookie.endsWith("; Path=/audit; HttpOnly; SameSite=Lax"), cookie);
        assertNull(ConsoleServer.get("/audit/api/events?limit=1", "auditor").header("Set-Cookie"));
    }

    @Test
    void signOut_endsTheSession_andOnlyByItsOwnForm() {
        Visitor visitor = Visitor.signedIn(ConsoleServer.OWN, "auditor");
        Map<String, String> form = Visitor.hidden(visitor.get("/events"), "signOutForm");
        assertEquals(403, visitor.post("/sign-out", Map.of()).status());
        assertEquals(403, visitor.post("/sign-out", Map.of("token", "other")).status());
        assertEquals(200, visitor.get("/events").status());
        Reply out = visitor.post("/sign-out", form);
        assertEquals("./sign-in", out.header("Location"));
        assertEquals(302, visitor.get("/events").status());
        assertEquals(401, visitor.get("/api/events").status());
        JsonObject event = ConsoleServer.eventsOf(out).get(0);
        assertEquals("Console.signOut", event.getString("operation"));
        assertEquals("auditor", event.getString("actor_id"));
        assertEquals("303", event.getString("status"));
    }

    @Test
    void signIn_withoutTheFormsCodeOfThisBrowser_isNotLookedAt() {
        Visitor visitor = new Visitor(ConsoleServer.OWN);
        Map<String, String> fields = Visitor.hidden(visitor.get("/sign-in"), "signInForm");
        fields.putAll(Map.of("name", "auditor", "password", PASSWORD));
        assertEquals(
                403, new Visitor(ConsoleServer.OWN).post("/sign-in", fields).status());
        Visitor misled = new Visitor(ConsoleServer.OWN, "Sec-Fetch-Site", "cross-site");
        misled.cookies.putAll(visitor.cookies);
        assertEquals(403, misled.post("/sign-in", fields).status());
        assertEquals(303, visitor.post("/sign-in", fields).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "/events\r\nSet-Cookie: a=b"})
    void signIn_withAWayBackThatLeadsElsewhere_leadsToTheEvents(String to) {
        Reply reply = new Visitor(ConsoleServer.OWN).signIn("auditor", PASSWORD, to);
        assertEquals("./events", reply.header("Location"));
    }

    @Test
    void signIn_wellAndBadly_leavesOneEventEach_withoutThePassword() {
        Reply well = new Visitor(ConsoleServer.OWN).signIn("exporter", PASSWORD, "/events?q=a");
        assertEquals("./events?q=a", well.header("Location"));
        JsonObject in = ConsoleServer.eventsOf(well).get(0);
        assertEquals("exporter", in.getString("actor_id"));
        assertEquals("SUCCESS", in.getString("outcome"));
        assertEquals("303", in.getString("status"));
        assertTrue(in.getString("attributes").contains("\"scheme\":\"FORM\""));
        Reply badly = new Visitor(ConsoleServer.OWN).signIn("no-such-user-" + HOSTILE, "Wrong-secret-2", "/events");
        assertEquals(403, badly.status());
        List<JsonObject> events = ConsoleServer.eventsOf(badly);
        assertEquals(1, events.size());
        assertEquals("DENIED", events.get(0).getString("outcome"));
        assertEquals("[redacted]", events.get(0).getString("target_id"));
        assertFalse(events.toString().contains("Wrong-secret-2"));
        assertFalse(events.toString().contains("no-such-user"));
        assertHarmless(badly);
    }

    @Test
    void headers_standOnEveryKindOfAnswer() {
        Visitor visitor = Visitor.signedIn(ConsoleServer.OWN, "auditor");
        List<Reply> replies = List.of(
                visitor.get("/events"),
                visitor.get("/events?q=nonsense:1"),
                visitor.get("/nothing"),
                visitor.get("/accounts"),
                visitor.get("/sign-in"),
                visitor.get("/"),
                visitor.get("/api/events"),
                visitor.get("/api/nothing"),
                visitor.post("/sign-out", Map.of()),
                visitor.get("/jakarta.faces.resource/tokens.css.xhtml?ln=audit"),
                visitor.get("/WEB-INF/web.xml"));
        for (Reply reply : replies) {
            assertEquals("nosniff", reply.header("X-Content-Type-Options"));
            assertEquals("DENY", reply.header("X-Frame-Options"));
            assertEquals("same-origin", reply.header("Referrer-Policy"));
            assertTrue(reply.header("Content-Security-Policy").startsWith("default-src 'none'"));
            assertNull(reply.header("Strict-Transport-Security"), "only with https");
        }
        assertEquals("no-store", replies.get(0).header("Cache-Control"));
        assertEquals(400, replies.get(1).status());
        assertEquals(404, replies.get(2).status());
        assertEquals(403, replies.get(3).status());
        assertNotEquals(nonce(replies.get(0)), nonce(replies.get(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /events, 'GET, HEAD'",
        "PUT, /events/x, 'GET, HEAD'",
        "POST, /events, 'GET, HEAD'",
        "PATCH, /accounts, 'GET, HEAD, POST'",
        "GET, /sign-out, POST"
    })
    void method_thatAnAddressDoesNotTake_isRefusedWithThoseThatItTakes(String method, String path, String allowed) {
        Reply reply = ConsoleServer.http().send(Http.call(method, ConsoleServer.OWN + path));
        assertEquals(405, reply.status());
        assertEquals(allowed, reply.header("Allow"));
        assertTrue(reply.text().contains("id=\"error\""), "the console's own page");
    }

    @Test
    void request_thatFacesOrTheContainerStumblesOver_isAnsweredInOrder() {
        Visitor visitor = Visitor.signedIn(ConsoleServer.OWN, "auditor");
        Visitor odd = new Visitor(ConsoleServer.OWN, "Accept", ";;;");
        odd.cookies.putAll(visitor.cookies);
        Reply page = odd.get("/events");
        assertEquals(200, page.status());
        assertEquals("text/html;charset=UTF-8", page.header("Content-Type"));
        assertEquals(
                413,
                visitor.post("/sign-in", Map.of("name", "a".repeat(70_000))).status());
        Visitor named = new Visitor(ConsoleServer.OWN);
        String session = ";AUDITSESSION=" + visitor.cookies.get("AUDITSESSION");
        assertEquals(302, named.get("/events" + session).status(), "a session is known by its cookie alone");
        assertEquals(401, named.get("/api/events" + session).status());
    }

    private static String nonce(Reply reply) {
        Matcher nonce = Pattern.compile("'nonce-([^']+)'").matcher(reply.header("Content-Security-Policy"));
        assertTrue(nonce.find());
        return nonce.group(1);
    }

    @Test
    void hostileText_inEveryFieldOfAnEvent_staysText() {
        SeededEvent event = new SeededEvent("hostile@1", 1)
                .actor(HOSTILE, HOSTILE)
                .target(HOSTILE, HOSTILE)
                .ip("10.9.8.7", "00000000000000000000ffff0a090807")
                .with("outcome", "ERROR")
                .with("status", 500);
        List.of(
                        "operation",
                        "application",
                        "actor_group",
                        "actor_session",
                        "target_name",
                        "request_path",
                        "request_query")
                .forEach(column -> event.with(column, HOSTILE));
        List.of(
                        "request_route",
                        "user_agent",
                        "content_type",
                        "error_type",
                        "error_message",
                        "reason",
                        "correlation_id")
                .forEach(column -> event.with(column, HOSTILE));
        String json = HOSTILE.replace("\"", "\\\"");
        event.with("attributes", "{\"" + json + "\":\"" + json + "\"}")
                .with("request_data", "{\"" + json + "\":\"" + json + "\"}")
                .with("actor_roles", "[\"" + json + "\"]");
        ConsoleServer.change(event.sql());
        Visitor visitor = Visitor.signedIn(ConsoleServer.OWN, "auditor");
        Reply list = visitor.get("/events?from=2001-09-09&to=2001-09-10&q=ip:10.9.8.7");
        assertTrue(list.text().contains("&lt;script&gt;alert(1)"), "the event is shown");
        assertHarmless(list);
        Reply page = visitor.get("/events/" + event.id());
        assertTrue(page.text().contains("&lt;script&gt;alert(1)"));
        assertHarmless(page);
        String encoded = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E";
        for (String parameter : List.of("q=a:", "q=", "from=", "to=", "cursor=")) {
            assertHarmless(visitor.get("/events?" + parameter + encoded));
        }
        assertHarmless(visitor.get("/sign-in?to=" + encoded));
    }

    private static void assertHarmless(Reply reply) {
        assertHarmless(reply.text());
    }

    private static void assertHarmless(String text) {
        assertAll(
                () -> assertFalse(text.contains("<script>"), "each script has a nonce"),
                () -> assertFalse(text.contains("<img src=x")),
                () -> assertFalse(text.contains(" style=\"") || text.contains("<style")),
                () -> assertFalse(
                        Pattern.compile("<script(?![^>]* nonce=)").matcher(text).find()));
    }

    @Test
    void page_behindATrustedProxy_speaksOfTheOutsideAddressAlone() {
        Visitor visitor = new Visitor(
                ConsoleServer.BEHIND,
                "X-Forwarded-Proto",
                "https",
                "X-Forwarded-Prefix",
                "/ops",
                "X-Forwarded-Host",
                "evil.example");
        outside(visitor.get("/sign-in"));
        Reply in = visitor.signIn("joan", PASSWORD, "/events");
        assertEquals("./events", in.header("Location"));
        assertTrue(in.header("Set-Cookie").endsWith("; Path=/ops/behind; HttpOnly; SameSite=Lax; Secure"));
        outside(visitor.get("/events?from=-1h"));
        String id = ConsoleServer.eventsOf(in).get(0).getString("id");
        outside(visitor.get("/events/" + id));
        outside(visitor.get("/nothing"));
        assertEquals("../events", visitor.get("/events/").header("Location"));
        assertEquals("./events?q=actor:joan", visitor.get("/events?actor=joan").header("Location"));
        assertEquals(200, visitor.get("/api/events?limit=1").status());
    }

    private static void outside(Reply reply) {
        assertEquals("max-age=31536000", reply.header("Strict-Transport-Security"));
        assertFalse(reply.text().contains("evil.example"));
        List<String> links =
                LINK.matcher(reply.text()).results().map(m -> m.group(1)).toList();
        assertTrue(links.size() > 3, links::toString);
        links.forEach(link -> assertTrue(link.startsWith("/ops/behind") && !link.startsWith("/ops/ops"), link));
    }

    @Test
    void page_askedByAPeerThatIsNoProxy_believesNoHeader() {
        Visitor visitor = new Visitor(
                ConsoleServer.OWN,
                "X-Forwarded-Proto",
                "https",
                "X-Forwarded-Prefix",
                "/ops",
                "X-Forwarded-Host",
                "evil.example");
        Reply page = visitor.get("/sign-in");
        assertNull(page.header("Strict-Transport-Security"));
        assertFalse(page.text().contains("/ops"));
        assertFalse(page.text().contains("evil.example"));
    }

    @Test
    void serversUsers_signInByFormAndBasic_withTheRolesOfTheirGroups() {
        Visitor visitor = Visitor.signedIn(ConsoleServer.BEHIND, "joan");
        Reply list = visitor.get("/events");
        assertEquals(200, list.status());
        JsonObject event = ConsoleServer.eventsOf(list).get(0);
        assertEquals("joan", event.getString("actor_id"));
        assertEquals("behind", event.getString("application"));
        assertEquals(200, visitor.get("/api/events?limit=1").status());
        Reply refused = visitor.get("/accounts");
        assertEquals(403, refused.status());
        assertEquals("joan", ConsoleServer.eventsOf(refused).get(0).getString("actor_id"));
        assertTrue(visitor.get("/password").text().contains("id=\"elsewhere\""));
        assertEquals(
                200, ConsoleServer.get("/behind/api/events?limit=1", "joan").status());
        assertEquals(401, ConsoleServer.get("/behind/api/events", "nick").status());
        assertEquals(401, ConsoleServer.get("/behind/api/events", "auditor").status());
        assertEquals(
                403,
                new Visitor(ConsoleServer.BEHIND)
                        .signIn("nick", PASSWORD, "/events")
                        .status());
        assertEquals(
                403,
                new Visitor(ConsoleServer.BEHIND)
                        .signIn("joan", "wrong", "/events")
                        .status());
    }

    @Test
    void account_fromItsFirstPasswordToItsEnd() {
        Visitor admin = Visitor.signedIn(ConsoleServer.OWN, "admin");
        Visitor misled = new Visitor(ConsoleServer.OWN, "Sec-Fetch-Site", "cross-site");
        misled.cookies.putAll(admin.cookies);
        Map<String, String> form = Visitor.hidden(admin.get("/accounts"), "addForm");
        form.putAll(Map.of("name", "eve", "role", "admin", "do", "add"));
        assertEquals(403, misled.post("/accounts", form).status(), "the form of another site");
        Reply added = admin.submit(
                "/accounts",
                "addForm",
                Map.of("name", "eve", "displayName", "Eve <b>E</b>", "role", "auditor", "do", "add"));
        assertFalse(added.text().contains("<b>E</b>"));
        Matcher shown = Pattern.compile("id=\"oneTimePassword\">([^<]+)<").matcher(added.text());
        assertTrue(shown.find(), added::text);
        String first = shown.group(1);
        String own = "meine-eigenen-Wörter-5";
        Visitor eve = new Visitor(ConsoleServer.OWN);
        assertEquals("./password", eve.signIn("eve", first, "/events").header("Location"));
        assertEquals("./password", eve.get("/events").header("Location"));
        assertEquals(403, eve.get("/api/events").status());
        refused(change(eve, "wrong-old-one", own), "AUD-0607");
        refused(change(eve, first, "short"), "AUD-0603");
        refused(change(eve, first, first), "AUD-0606");
        assertTrue(change(eve, first, own).text().contains("id=\"done\""));
        assertEquals(200, eve.get("/events").status());
        eve = new Visitor(ConsoleServer.OWN);
        assertEquals("./events", eve.signIn("eve", own, "/events").header("Location"), "with the ö of her password");
        refused(admin.submit("/accounts", "addForm", Map.of("name", "eve", "role", "boss", "do", "roles")), "AUD-0616");
        Reply disabled = admin.submit("/accounts", "addForm", Map.of("name", "eve", "do", "disable"));
        assertEquals("eve", ConsoleServer.eventsOf(disabled).get(0).getString("target_id"));
        assertEquals(302, eve.get("/events").status(), "her session is over");
        Http.Call basic = Http.get("/audit/api/events").as("eve", own);
        assertEquals(401, ConsoleServer.http().send(basic).status());
        String events = ConsoleServer.events("target_id = 'eve'").toString();
        assertFalse(events.contains(first) || events.contains(own));
        refused(admin.submit("/accounts", "addForm", Map.of("name", "admin", "do", "disable")), "AUD-06");
    }

    private static Reply change(Visitor visitor, String old, String fresh) {
        return visitor.submit(
                "/password", "passwordForm", Map.of("old", old, "new", fresh, "again", fresh, "do", "change"));
    }

    private static void refused(Reply reply, String code) {
        assertTrue(reply.text().contains("id=\"problem\""), reply::text);
        assertTrue(reply.text().contains(code), reply::text);
        List<JsonObject> events = ConsoleServer.eventsOf(reply);
        assertEquals(1, events.size());
        assertEquals("FAILURE", events.get(0).getString("outcome"));
    }

    @Test
    void recorders_areForAllWhoHaveSignedIn_andOnlyOpeningThePageLeavesAnEvent() {
        assertEquals(
                "./sign-in?to=%2Frecorders",
                new Visitor(ConsoleServer.OWN).get("/recorders").header("Location"));
        Visitor auditor = Visitor.signedIn(ConsoleServer.OWN, "auditor");
        Reply page = auditor.get("/recorders");
        assertEquals(200, page.status());
        assertTrue(page.text().contains("data-chain=\"behind@"), page::text);
        assertHarmless(page.text().replace(" style=\"display: none;\"", "")); // p:poll's empty element
        List<JsonObject> events = ConsoleServer.eventsOf(page);
        assertEquals(1, events.size());
        assertEquals("Console.recorders", events.get(0).getString("operation"));
        assertEquals("auditor", events.get(0).getString("actor_id"));
        assertEquals("READ", events.get(0).getString("activity"));
        assertEquals(page.header("Audit-ID"), events.get(0).getString("id"));
        Visitor script = new Visitor(ConsoleServer.OWN, "Faces-Request", "partial/ajax");
        script.cookies.putAll(auditor.cookies);
        Map<String, String> fields = Visitor.hidden(page, "refresh");
        fields.putAll(Map.of(
                "jakarta.faces.partial.ajax", "true",
                "jakarta.faces.partial.execute", "none",
                "jakarta.faces.partial.render", "board"));
        Reply refresh = script.post("/recorders", fields);
        assertEquals(200, refresh.status());
        assertTrue(refresh.text().contains("<update id=\"board\">"), refresh::text);
        assertTrue(refresh.text().contains("data-chain=\"behind@"), refresh::text);
        assertEquals(List.of(), ConsoleServer.eventsOf(refresh));
    }

    @Test
    void recorders_withNoneButTheConsolesOwn_sayWhatIsMissing() {
        Visitor auditor = Visitor.signedIn(ConsoleServer.OWN, "auditor");
        String page = "";
        long end =
                System.nanoTime() + 30_000_000_000L; // the other one speaks every 5 s, and what was read counts for 1 s
        while (!page.contains("id=\"alone\"") && System.nanoTime() < end) {
            ConsoleServer.change("delete from audit_recorder where application <> 'audit'");
            page = auditor.get("/recorders").text();
        }
        assertTrue(page.contains("No application has recorded here yet"), page);
    }

    @Test
    void pagesOfTheAdmin_areRefusedToOthers_howeverTheyAreWritten() {
        Visitor auditor = Visitor.signedIn(ConsoleServer.OWN, "auditor");
        for (String path :
                List.of("/accounts", "/accounts.xhtml", "/accounts/", "/accounts;x=1", "/%61ccounts", "//accounts")) {
            Reply reply = auditor.get(path);
            assertEquals(403, reply.status(), path);
            assertEquals("DENIED", ConsoleServer.eventsOf(reply).get(0).getString("outcome"), path);
        }
        assertEquals(
                403,
                auditor.post("/accounts", Map.of("name", "mallory", "role", "admin", "do", "add"))
                        .status());
    }
}
