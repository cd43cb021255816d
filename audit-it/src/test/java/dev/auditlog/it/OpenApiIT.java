package dev.auditlog.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.capture.CoverageCheck;
import dev.auditlog.it.Http.Call;
import dev.auditlog.it.Http.Reply;
import dev.auditlog.web.rest.ApiApplication;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The description of the API says what the API does: nothing more, nothing less. */
class OpenApiIT {

    private static final String API = "/audit/api";
    private static final String CHAIN = "described@1";
    private static final String THEN = "from=2001-09-09T01:46:40Z&to=2001-09-09T01:46:42Z&q=chain:" + CHAIN;
    private static final String NOBODYS = "01935f5e-7a2b-7c3d-8e4f-0123456789ab";
    private static final String NEWCOMER = "newcomer";

    /** What a valid call of each address needs. */
    private static final Map<String, String> VALID = Map.of(
            "/live",
            "?" + THEN,
            "/events",
            "?" + THEN,
            "/facets",
            "?field=actor&" + THEN,
            "/histogram",
            "?" + THEN,
            "/export",
            "?" + THEN);

    private static ApiDocument document;
    private static String export;

    private final Set<String> seen = new TreeSet<>();

    @BeforeAll
    static void read() {
        Reply reply = ConsoleServer.get(API + "/openapi.yaml", "auditor");
        assertEquals(200, reply.status(), reply::text);
        document = ApiDocument.parse(reply.text());
        clean();
        ConsoleServer.change(
                filled().sql(),
                new SeededEvent(CHAIN, 2).sql(),
                "insert into audit_account select '" + NEWCOMER + "', '" + NEWCOMER + "', display_name, password_hash,"
                        + " 'exporter', disabled, true, created_us, changed_us, last_sign_in_us from audit_account"
                        + " where name_key = 'auditor'");
        export = ConsoleServer.get(address("/export"), "exporter").header("Audit-Export");
    }

    @AfterAll
    static void clean() {
        ConsoleServer.change(
                "delete from audit_event where chain = '" + CHAIN + "'",
                "delete from audit_account where name_key = '" + NEWCOMER + "'",
                "delete from audit_sign_in");
    }

    /** An event that has everything. */
    private static SeededEvent filled() {
        return new SeededEvent(CHAIN, 1)
                .actor("alice", "Alice Doe")
                .target("Order", "42")
                .ip("10.1.2.3", "00000000000000000000ffff0a010203")
                .with("status", 403)
                .with("outcome", "DENIED")
                .with("actor_group", "sales")
                .with("actor_roles", "[\"clerk\"]")
                .with("actor_auth", "BASIC")
                .with("actor_session", "abc")
                .with("target_name", "Order of ACME")
                .with("source_peer", "127.0.0.1")
                .with("source_chain", "[\"10.1.2.3\"]")
                .with("source_rule", "X-Forwarded-For")
                .with("request_method", "GET")
                .with("request_path", "/shop/orders/42")
                .with("request_route", "/orders/{id}")
                .with("request_query", "a=1")
                .with("user_agent", "curl")
                .with("content_type", "application/json")
                .with("request_data", "{\"a\":[1,null]}")
                .with("request_bytes", 12)
                .with("redacted", "[\"/b\"]")
                .with("error_type", "a.B")
                .with("error_message", "no")
                .with("reason", "Ticket 7")
                .with("attributes", "{\"k\":\"v\"}")
                .with("correlation_id", "c-1")
                .with("trace_id", "0af7651916cd43dd8448eb211c80319c")
                .with("parent_id", NOBODYS);
    }

    private static String address(String path) {
        String id = path.startsWith("/export") ? export : new SeededEvent(CHAIN, 1).id();
        return API + path.replace("{id}", String.valueOf(id)) + VALID.getOrDefault(path, "");
    }

    /** With a parameter that no call knows. */
    private static String wrong(String path) {
        return address(path) + (address(path).contains("?") ? "&" : "?") + "no-such=1";
    }

    private Reply asked(String path, Call call) {
        Reply reply = ConsoleServer.http().send(call);
        String type = reply.header("Content-Type").replaceAll(";.*", "");
        String answer = "GET " + path + " " + reply.status() + " " + type;
        assertTrue(document.answers().contains(answer), () -> answer + " is not described: " + reply.text());
        seen.add(answer);
        assertEquals("no-store", reply.header("Cache-Control"), answer);
        if (type.equals("application/json") || type.endsWith("+json")) {
            assertEquals(List.of(), document.faults(path, reply.status(), type, reply.text()), answer);
        }
        for (String header : document.headers(path, reply.status())) {
            assertNotNull(reply.header(header), () -> answer + " lacks " + header);
        }
        if (reply.status() == 200 && !document.headers(path, 200).contains("Audit-ID")) {
            assertNull(reply.header("Audit-ID"), answer);
        }
        return reply;
    }

    @Test
    void operations_areThoseOfTheCode() {
        Set<String> coded = CoverageCheck.of(ApiApplication.class).report().methods().stream()
                .map(m -> m.method().verb() + " " + m.method().path().replaceFirst("^/api", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(coded, document.operations());
    }

    @Test
    void parameters_areThoseThatTheCallKnows() {
        for (String path : document.paths()) {
            Reply reply = asked(path, Http.get(wrong(path)).as("exporter"));
            assertEquals(400, reply.status(), path);
            assertEquals("no-such", ConsoleServer.json(reply).getString("parameter"));
            assertEquals(document.parameters(path), new TreeSet<>(allowed(reply)), path);
        }
    }

    @Test
    void values_areThoseThatTheCallKnows() {
        assertEquals(allowedOf("/facets", "field"), document.values("/facets", "field"));
        assertEquals(allowedOf("/export", "format"), document.values("/export", "format"));
        assertEquals(allowedOf("/events", "order"), document.values("/events", "order"));
    }

    private List<String> allowedOf(String path, String parameter) {
        Reply reply =
                asked(path, Http.get(API + path + "?" + parameter + "=no-such").as("exporter"));
        assertEquals(parameter, ConsoleServer.json(reply).getString("parameter"));
        return allowed(reply);
    }

    private static List<String> allowed(Reply reply) {
        JsonValue allowed = ConsoleServer.json(reply).getOrDefault("allowed", JsonValue.EMPTY_JSON_ARRAY);
        return allowed.asJsonArray().getValuesAs(JsonString::getString);
    }

    /** All but 500 and 503, which a healthy console does not give; they are problem documents like the others. */
    @Test
    void answers_areThoseThatTheCallsGive() {
        for (String path : document.paths()) {
            asked(path, Http.get(address(path)).as("exporter"));
            asked(path, Http.get(address(path)).as("exporter", "wrong"));
            assertEquals(400, asked(path, Http.get(wrong(path)).as("exporter")).status());
            if (!path.equals("/status")) {
                asked(path, Http.get(address(path)));
                assertEquals(
                        403, asked(path, Http.get(address(path)).as(NEWCOMER)).status());
            }
            if (!path.equals("/export")) {
                asked(path, Http.get(address(path)).as("exporter").header("Accept", "image/png"));
            }
        }
        assertEquals(
                403,
                asked("/export", Http.get(address("/export")).as("auditor")).status());
        for (String path : List.of("/events/", "/export/")) {
            asked(path + "{id}", Http.get(API + path + NOBODYS).as("exporter"));
        }
        document.values("/export", "format")
                .forEach(format -> asked(
                        "/export",
                        Http.get(address("/export") + "&format=" + format).as("exporter")));
        throttled();
        Set<String> unseen = new TreeSet<>(document.answers());
        unseen.removeAll(seen);
        assertEquals(
                Set.of(),
                unseen.stream()
                        .filter(answer -> !answer.matches(".* 50[03] .*"))
                        .collect(Collectors.toSet()));
    }

    private void throttled() {
        Call guess = Http.get(address("/status")).as("guesser", "wrong");
        asked("/status", guess.again());
        ConsoleServer.change("update audit_sign_in set failures = 12 where subject like 'name:%'"); // as after a while
        asked("/status", guess.again());
        for (String path : document.paths()) {
            assertEquals(
                    429,
                    asked(path, Http.get(address(path)).as("guesser", "wrong")).status(),
                    path);
        }
    }

    @Test
    void event_hasTheMembersThatAreDescribed() {
        Reply reply = asked("/events/{id}", Http.get(address("/events/{id}")).as("auditor"));
        Set<String> members = new TreeSet<>();
        members("", ConsoleServer.json(reply), members);
        members.removeIf(member -> member.startsWith("attributes/") || member.startsWith("request/data/"));
        assertEquals(document.members("Event"), members);
    }

    private static void members(String path, JsonObject json, Set<String> members) {
        json.forEach((name, value) -> {
            members.add(path + name);
            if (value instanceof JsonObject inner) {
                members(path + name + "/", inner, members);
            }
        });
    }

    @Test
    void export_asJsonLines_isOneEventALine() {
        Reply reply = asked("/export", Http.get(address("/export")).as("exporter"));
        List<String> lines = reply.text().lines().toList();
        assertEquals(3, lines.size(), reply::text);
        lines.forEach(line -> assertEquals(List.of(), document.faults("/components/schemas/Event", line)));
    }

    /** Without this a schema that takes anything would pass. */
    @Test
    void schema_refusesWhatItDoesNotDescribe() {
        assertEquals(
                1,
                document.faults(
                                "/components/schemas/Problem",
                                "{\"type\":\"about:blank\",\"title\":\"x\",\"status\":400,"
                                        + "\"detail\":\"d\",\"code\":\"AUD-0800\",\"more\":1}")
                        .size());
        assertEquals(
                2,
                document.faults(
                                "/events",
                                200,
                                "application/json",
                                "{\"events\":[],\"total\":{\"value\":-1,\"relation\":\"lte\"}}")
                        .size());
    }
}
