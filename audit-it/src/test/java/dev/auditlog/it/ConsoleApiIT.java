package dev.auditlog.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.it.Http.Reply;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The REST API over plain HTTP: what each query finds, and what each mistake is told. */
class ConsoleApiIT {

    private static final String EVENTS = "/audit/api/events";
    private static final String THEN = "&from=2001-09-09T01:46:40Z&to=2001-09-09T01:46:45Z";

    @BeforeAll
    static void seed() {
        ConsoleServer.get(EVENTS, "auditor"); // makes the tables
        ConsoleServer.change("delete from audit_sign_in"); // other tests guess from the same address
        ConsoleServer.change(
                new SeededEvent("s@1", 1)
                        .actor("alice", "Alice Doe")
                        .target("Order", "42")
                        .ip("10.1.2.3", "00000000000000000000ffff0a010203")
                        .with("status", 200)
                        .with("request_path", "/shop/orders/42")
                        .with("request_method", "GET")
                        .with("operation", "OrderResource.read")
                        .with("actor_group", "sales")
                        .with("request_data", "{\"note\":\"Grüße, a 100% \\\"refund\\\"\"}")
                        .with("correlation_id", "corr-1")
                        .sql(),
                new SeededEvent("s@1", 2)
                        .actor("bob", "Bob, Jr.")
                        .target("Order", "43")
                        .ip("192.168.7.9", "00000000000000000000ffffc0a80709")
                        .with("status", 403)
                        .with("outcome", "DENIED")
                        .with("activity", "DELETE")
                        .with("request_path", "/shop/orders/43")
                        .with("request_method", "DELETE")
                        .with("operation", "OrderResource.delete")
                        .with("error_type", "jakarta.ws.rs.ForbiddenException")
                        .with("reason", "Ticket 7")
                        .sql(),
                new SeededEvent("s@1", 3)
                        .actor("robot", "robot")
                        .target("Invoice", "42")
                        .ip("2001:db8::1", "20010db8000000000000000000000001")
                        .with("status", 500)
                        .with("outcome", "ERROR")
                        .with("actor_type", "SERVICE")
                        .with("duration_us", 2_500_000)
                        .with("tx_outcome", "ROLLED_BACK")
                        .with("node", "n2")
                        .with("actor_session", "abc")
                        .with("operation", "InvoiceResource.run_all")
                        .sql(),
                new SeededEvent("s@1", 4)
                        .with("actor_type", "ANONYMOUS")
                        .with("operation", "Night.run")
                        .sql());
    }

    private static Reply search(String q, String more) {
        String encoded = URLEncoder.encode(q, StandardCharsets.UTF_8);
        return ConsoleServer.get(EVENTS + "?q=" + encoded + more, "auditor");
    }

    private static String sequences(Reply reply) {
        assertEquals(200, reply.status(), reply::text);
        List<String> found = new ArrayList<>();
        ConsoleServer.json(reply)
                .getJsonArray("events")
                .getValuesAs(JsonObject.class)
                .forEach(event -> found.add(Integer.toString(event.getInt("sequence"))));
        return String.join(" ", found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "none",
            textBlock =
                    """
                    actor:ALICE                       | 1
                    actor:"alice doe"                 | 1
                    actor:ali*                        | 1
                    actor:alice,bob                   | 2 1
                    actor:"bob, jr."                  | 2
                    -actor:alice                      | 4 3 2
                    -actor:*                          | 4
                    outcome:denied,ERROR              | 3 2
                    -outcome:SUCCESS                  | 3 2
                    activity:delete                   | 2
                    target:Order/42                   | 1
                    target:/42                        | 3 1
                    target:Order/*                    | 2 1
                    target:Order                      | 2 1
                    operation:OrderResource.*         | 2 1
                    operation:orderresource.read      | none
                    operation:InvoiceResource.run_*   | 3
                    operation:I_voice*                | none
                    ip:10.0.0.0/8                     | 1
                    ip:10.1.2.3                       | 1
                    ip:2001:db8::/32                  | 3
                    -ip:10.0.0.0/8,192.168.0.0/16     | 4 3
                    status:>=400                      | 3 2
                    status:403                        | 2
                    status:4xx,500                    | 3 2
                    status:200..403                   | 2 1
                    -status:>=400                     | 4 1
                    duration:>1s                      | 3
                    duration:<=1500us                 | 4 2 1
                    node:n2                           | 3
                    group:sales                       | 1
                    type:service                      | 3
                    session:abc                       | 3
                    reason:"ticket 7"                 | 2
                    correlation:corr-1                | 1
                    path:/shop/*                      | 2 1
                    method:get                        | 1
                    error:ForbiddenException          | 2
                    transaction:rolled_back           | 3
                    chain:s@1 ORDER                   | 2 1
                    100%                              | 1
                    "100% \\"REFUND"                  | 1
                    "a 100%"                          | 1
                    grüße                             | 1
                    -refund                           | 4 3 2
                    orders/4 -42                      | 2
                    id:00e8d4a5-1002*                 | 2
                    id:00e8d4a5                       | 4 3 2 1
                    """)
    void query_findsExactlyTheEventsItNames(String q, String sequences) {
        Reply reply = search(q + " application:seeded chain:s@1", THEN);
        assertEquals(sequences == null ? "" : sequences, sequences(reply));
    }

    @Test
    void order_oldest_turnsTheListAround() {
        assertEquals("1 2 3 4", sequences(search("chain:s@1", THEN + "&order=oldest")));
    }

    @Test
    void range_isInclusiveFromAndExclusiveTo() {
        String q = "chain:s@1";
        assertEquals("3 2", sequences(search(q, "&from=2001-09-09T01:46:40.002Z&to=2001-09-09T01:46:40.004Z")));
        assertEquals("2", sequences(search(q, "&from=2001-09-09T01:46:40.001001Z&to=2001-09-09T01:46:40.002001Z")));
        assertEquals("", sequences(search(q, "")), "the last 24 hours by default");
        assertEquals("4", sequences(search(q, "&limit=1&from=2001-09-09&to=2001-09-10")));
    }

    @Test
    void cursor_overTiesAndNewArrivals_showsEachEventOnce() {
        IntStream.rangeClosed(1, 25).forEach(i -> ConsoleServer.change(new SeededEvent("tie@1", i, 900).sql()));
        JsonObject first = ConsoleServer.json(search("chain:tie@1", THEN + "&limit=10"));
        ConsoleServer.change(new SeededEvent("tie@1", 26, 901).sql());
        JsonObject second = page(first.getString("next"));
        JsonObject third = page(second.getString("next"));
        List<Integer> seen = new ArrayList<>(numbers(first));
        seen.addAll(numbers(second));
        seen.addAll(numbers(third));
        assertEquals(IntStream.rangeClosed(1, 25).map(i -> 26 - i).boxed().toList(), seen);
        assertFalse(third.containsKey("next"), "the end");
        assertFalse(first.containsKey("prev"), "the start");
        JsonObject back = page(second.getString("prev"));
        assertEquals(numbers(first), numbers(back));
        assertEquals(List.of(26), numbers(page(back.getString("prev"))), "what arrived meanwhile");
        assertEquals(
                400,
                search("chain:other", THEN + "&cursor=" + first.getString("next"))
                        .status());
    }

    private static JsonObject page(String cursor) {
        return ConsoleServer.json(search("chain:tie@1", THEN + "&limit=10&cursor=" + cursor));
    }

    private static List<Integer> numbers(JsonObject page) {
        return page.getJsonArray("events").getValuesAs(JsonObject.class).stream()
                .map(event -> event.getInt("sequence"))
                .toList();
    }

    @Test
    void total_beyondTheCap_saysThatThereAreMore() {
        String row = new SeededEvent("many@1", 1)
                .with("time_us", SeededEvent.START_US + 5_000_000)
                .sql();
        int values = row.indexOf(" values (") + " values (".length();
        String rest = row.substring(row.indexOf(", 'many@1', 1, ", values) + ", 'many@1', 1".length());
        ConsoleServer.repeat(10_001, row.substring(0, values) + "?, 'many@1', ?" + rest);
        String range = "&limit=1&from=2001-09-09T01:46:45Z&to=2001-09-09T01:46:46Z";
        assertEquals(
                total(10_000, "gte"),
                ConsoleServer.json(search("chain:many@1", range)).get("total").toString());
        ConsoleServer.change("delete from audit_event where chain = 'many@1' and seq = 10001");
        assertEquals(
                total(10_000, "eq"),
                ConsoleServer.json(search("chain:many@1", range)).get("total").toString());
    }

    private static String total(int value, String relation) {
        return "{\"value\":" + value + ",\"relation\":\"" + relation + "\"}";
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, AUD-0802, limit, 1 to 1000",
        "limit=-1, AUD-0802, limit, 1 to 1000",
        "limit=abc, AUD-0802, limit, 1 to 1000",
        "limit=5&limit=6, AUD-0801, limit, more than once",
        "q=a&q=b, AUD-0801, q, more than once",
        "fields=all, AUD-0800, fields, cursor",
        "Q=a, AUD-0800, Q, cursor",
        "order=up, AUD-0803, order, newest",
        "from=yesterday, AUD-05, from, ISO instant",
        "to=2026-02-30, AUD-05, to, ISO instant",
        "from=-99999999999d, AUD-05, from, ISO instant",
        "from=2026-01-02&to=2026-01-01, AUD-05, from, empty",
        "from=-1h&to=-1h, AUD-05, from, empty",
        "cursor=abc, AUD-05, cursor, next",
        "q=user:alice, AUD-0502, q, actor",
        "q=%22open, AUD-0504, q, quote",
        "q=outcome:MAYBE, AUD-05, q, SUCCESS",
        "q=status:99, AUD-05, q, three digits",
        "q=ip:10.0.0.0/33, AUD-05, q, CIDR",
        "q=actor:, AUD-0503, q, value",
        "q=%00, AUD-05, q, control character"
    })
    void mistake_inAParameter_isAProblemThatNamesWhatIsAllowed(
            String query, String code, String parameter, String allowed) {
        Reply reply = ConsoleServer.get(EVENTS + "?" + query, "auditor");
        JsonObject problem = problem(reply, 400);
        assertTrue(problem.getString("code").startsWith(code), problem::toString);
        assertEquals(parameter, problem.getString("parameter"));
        assertTrue(problem.getString("detail").contains(allowed), problem::toString);
    }

    @Test
    void query_thatIsTooLong_isRefusedByItsLength() {
        JsonObject problem = problem(search("a".repeat(2001), ""), 400);
        assertTrue(problem.getString("detail").contains("2000"), problem::toString);
        assertEquals(200, search("a".repeat(2000), "").status());
        assertEquals(
                200,
                ConsoleServer.get(EVENTS + "?limit=99999999999&q=%F0%9F%98%80", "auditor")
                        .status());
    }

    @Test
    void address_thatIsNone_isAProblem() {
        assertEquals(
                "AUD-0804",
                problem(ConsoleServer.get(EVENTS + "/42", "auditor"), 400).getString("code"));
        String unknown = EVENTS + "/01935f5e-7a2b-7c3d-8e4f-0123456789ab";
        assertEquals(
                "AUD-0805", problem(ConsoleServer.get(unknown, "auditor"), 404).getString("code"));
        problem(ConsoleServer.get(unknown + "?a=1", "auditor"), 400);
        for (String path : List.of("/nothing", "/application.wadl")) {
            problem(ConsoleServer.get("/audit/api" + path, "auditor"), 404);
        }
        Reply post = ConsoleServer.http().send(Http.post(EVENTS).as("auditor").json("{}"));
        problem(post, 405);
        assertTrue(post.header("Allow").contains("GET"));
        Http.Call html = Http.get(EVENTS).as("auditor").header("Accept", "text/html");
        problem(ConsoleServer.http().send(html), 406);
    }

    private static JsonObject problem(Reply reply, int status) {
        assertEquals(status, reply.status(), reply::text);
        assertEquals("application/problem+json", reply.header("Content-Type"));
        assertEquals("no-store", reply.header("Cache-Control"));
        assertEquals("nosniff", reply.header("X-Content-Type-Options"));
        assertNull(reply.header("Set-Cookie"));
        JsonObject problem = ConsoleServer.json(reply);
        assertEquals(status, problem.getInt("status"));
        return problem;
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor:wrong", "nobody:wrong", ":", "no colon", "auditor\u0000:x"})
    void credentials_thatLetNobodyIn_areChallengedAlike(String pair) {
        Http.Call call = Http.get(EVENTS).header("Authorization", basic(pair.getBytes(StandardCharsets.UTF_8)));
        challenged(ConsoleServer.http().send(call));
    }

    @Test
    void credentials_thatAreNone_areChallenged() {
        List<String> headers = List.of(
                basic("audit\u00f6r:x".getBytes(StandardCharsets.ISO_8859_1)),
                basic(("a".repeat(3000) + ":x").getBytes(StandardCharsets.UTF_8)),
                "Basic ###",
                "Basic",
                "Bearer abc");
        headers.forEach(
                header -> challenged(ConsoleServer.http().send(Http.get(EVENTS).header("Authorization", header))));
        challenged(ConsoleServer.http().send(Http.get(EVENTS)));
        Reply fromPage = ConsoleServer.http().send(Http.get(EVENTS).header("X-Requested-With", "XMLHttpRequest"));
        problem(fromPage, 401);
        assertTrue(fromPage.header("WWW-Authenticate").startsWith("Session"), "no window of the browser's own");
    }

    private static String basic(byte[] pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    private static void challenged(Reply reply) {
        problem(reply, 401);
        assertEquals("Basic realm=\"audit\", charset=\"UTF-8\"", reply.header("WWW-Authenticate"));
    }

    @Test
    void failedSignIn_leavesOneEventBesideTheCall_withoutWhatWasTyped() {
        Reply reply = ConsoleServer.http().send(Http.get(EVENTS).as("exporter", "Wrong-secret-1"));
        assertEquals(401, reply.status());
        List<JsonObject> events = ConsoleServer.eventsOf(reply);
        assertEquals(2, events.size(), events::toString);
        JsonObject call = named(events, "EventResource.search");
        JsonObject signIn = named(events, "Console.signIn");
        assertAll(
                () -> assertEquals(reply.header("Audit-ID"), call.getString("id")),
                () -> assertEquals("401", call.getString("status")),
                () -> assertEquals("DENIED", signIn.getString("outcome")),
                () -> assertEquals("401", signIn.getString("status")),
                () -> assertEquals(call.getString("id"), signIn.getString("parent_id")),
                () -> assertEquals("exporter", signIn.getString("target_id")),
                () -> assertTrue(signIn.getString("attributes").contains("\"scheme\":\"BASIC\"")),
                () -> assertFalse(events.toString().contains("Wrong-secret-1")));
    }

    private static JsonObject named(List<JsonObject> events, String operation) {
        return events.stream()
                .filter(event -> event.getString("operation").equals(operation))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void searchAndView_leaveOneEventEach_andStatusNone() {
        Reply search = ConsoleServer.get(EVENTS + "?q=actor:alice", "auditor");
        List<JsonObject> searched = ConsoleServer.eventsOf(search);
        assertEquals(1, searched.size());
        assertEquals("auditor", searched.get(0).getString("actor_id"));
        assertEquals("audit", searched.get(0).getString("application"));
        Reply view = ConsoleServer.get(EVENTS + "/" + search.header("Audit-ID"), "exporter");
        assertEquals(search.header("Audit-ID"), ConsoleServer.json(view).getString("id"));
        List<JsonObject> viewed = ConsoleServer.eventsOf(view);
        assertEquals(1, viewed.size());
        assertEquals(search.header("Audit-ID"), viewed.get(0).getString("target_id"));
        Reply status = ConsoleServer.http().send(Http.get("/audit/api/status"));
        assertTrue(
                status.text().matches("\\{\"status\":\"(UP|DEGRADED)\"}"), status.text()); // others may be in trouble
        assertEquals(List.of(), ConsoleServer.eventsOf(status));
    }

    @Test
    void failures_ofOneName_makeItWait_andNobodyElse() {
        Http.Call guess = Http.get(EVENTS).as("guessed", "wrong");
        challenged(ConsoleServer.http().send(guess.again()));
        ConsoleServer.change("update audit_sign_in set failures = 12 where subject like 'name:%'"); // as after a while
        challenged(ConsoleServer.http().send(guess.again()));
        Reply refused = ConsoleServer.http().send(guess.again());
        problem(refused, 429);
        int seconds = Integer.parseInt(refused.header("Retry-After"));
        assertTrue(seconds > 100 && seconds <= 256, refused.header("Retry-After"));
        JsonObject signIn = named(ConsoleServer.eventsOf(refused), "Console.signIn");
        assertEquals("429", signIn.getString("status"));
        assertTrue(signIn.getString("attributes").contains("\"result\":\"THROTTLED\""));
        Reply page = new Visitor(ConsoleServer.OWN).signIn("guessed", "wrong", "/events");
        assertEquals(429, page.status());
        assertTrue(Integer.parseInt(page.header("Retry-After")) > 100);
        assertEquals(200, ConsoleServer.get(EVENTS + "?limit=1", "auditor").status());
        ConsoleServer.change("delete from audit_sign_in");
    }
}
