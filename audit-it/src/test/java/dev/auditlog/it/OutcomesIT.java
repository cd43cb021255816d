package dev.auditlog.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way that a call can end leaves exactly the events of {@link OutcomeTable}, and the client sees no difference. */
@ExtendWith(ArquillianExtension.class)
class OutcomesIT {

    private static final long MAX_DURATION_MICROS = Duration.ofSeconds(30).toNanos() / 1000;

    private static final Http HTTP = new Http(TestEnvironment.get().port());
    private static final Rows ROWS = new Rows(HTTP);
    private static MicroServer without;

    @Deployment(testable = false)
    static WebArchive application() {
        return Archives.application();
    }

    @BeforeAll
    static void startWithoutLibrary() {
        without = MicroServer.start("without", Map.of(), Archives.applicationWithoutLibrary());
        Http.Call taken = Http.post(Archives.CONTEXT + "/api/tx/taken/commit").as("alice");
        without.http().send(taken);
        HTTP.send(taken.again());
    }

    @AfterAll
    static void stopWithoutLibrary() {
        without.close();
    }

    static List<End> ends() {
        return OutcomeTable.all();
    }

    @ParameterizedTest
    @MethodSource("ends")
    void call_thatEndsThisWay_leavesTheseEventsAndAnUnchangedResponse(End end) {
        Http.Reply reply = HTTP.send(end.call);
        Http.Reply bare = without.http().send(end.call.again());
        List<Map<String, String>> rows = ROWS.await(reply.correlation(), end.events.size());
        assertAll(
                () -> assertEquals(end.client, client(reply), reply::text),
                () -> assertEquals(
                        comparable(bare, without.port()),
                        comparable(reply, TestEnvironment.get().port())),
                () -> assertEquals(
                        end.events, rows.stream().map(OutcomesIT::event).toList()),
                () -> assertEquals(
                        rows.isEmpty() || end.headersDropped
                                ? null
                                : rows.get(0).get("id"),
                        reply.header("Audit-ID")),
                () -> rows.forEach(row -> checkCommon(end, row)),
                () -> rows.stream()
                        .skip(1)
                        .forEach(row -> assertEquals(rows.get(0).get("id"), row.get("parent_id"))));
    }

    @Test
    void forwardedHeaders_ofAPeerThatIsNotTrusted_areIgnored() {
        Http.Reply reply = HTTP.send(Http.get(Archives.CONTEXT + "/api/ends/entity")
                .header("X-Forwarded-For", "203.0.113.7")
                .header("Forwarded", "for=203.0.113.8")
                .header("X-Real-IP", "203.0.113.9"));
        Map<String, String> row = ROWS.only(reply.correlation());
        assertEquals("127.0.0.1", row.get("source_ip"));
        assertEquals("peer", row.get("source_rule"));
    }

    @Test
    void outcomesPage_isWhatThisTableSays() throws Exception {
        OutcomesPage.check(OutcomeTable.all());
    }

    private static void checkCommon(End end, Map<String, String> row) {
        long micros = Long.parseLong(row.get("duration_us"));
        assertTrue(micros > 0 && micros < MAX_DURATION_MICROS, () -> "duration " + micros);
        assertEquals(end.actor, row.getOrDefault("actor_id", ""));
        assertEquals(end.actor.isEmpty() ? "ANONYMOUS" : "USER", row.get("actor_type"));
        assertEquals(end.call.method, row.get("request_method"));
        assertEquals("127.0.0.1", row.get("source_ip"));
        assertNotEquals("0", row.get("seq"));
        if ("ERROR".equals(row.get("outcome"))) {
            assertEquals(end.exceptionExpected, row.containsKey("error_type"), "type of the error");
        }
    }

    private static End.Event event(Map<String, String> row) {
        String status = row.get("status");
        String id = row.get("target_id");
        return new End.Event(
                row.get("outcome"),
                status == null ? null : Integer.valueOf(status),
                row.get("tx_outcome"),
                row.get("operation"),
                row.get("activity"),
                row.getOrDefault("target_type", "") + (id == null ? "" : "/" + id));
    }

    private static String client(Http.Reply reply) {
        return reply.status() + (reply.broken() ? End.BROKEN : "");
    }

    /** Everything that the client can see, except for what differs between any two calls. */
    private static Map<String, String> comparable(Http.Reply reply, int port) {
        Map<String, String> seen = new TreeMap<>();
        reply.headers()
                .forEach((name, values) -> seen.put(name, values.toString().replace(":" + port, ":PORT")));
        List.of("audit-id", "date", "set-cookie").forEach(seen::remove);
        seen.computeIfPresent("last-modified", (name, time) -> "(when the server made it)");
        seen.put("(status)", client(reply));
        seen.put(
                "(body)",
                new String(reply.body(), StandardCharsets.UTF_8)
                        .replace(":" + port, ":PORT")
                        .replaceAll("SQL[0-9]+-[0-9a-f-]+", "(generated name)"));
        if (seen.get("(body)").contains("(generated name)")) {
            seen.remove("content-length"); // names that Derby makes up differ in length
        }
        return seen;
    }
}
