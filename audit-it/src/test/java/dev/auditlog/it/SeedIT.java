package dev.auditlog.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.it.app.PlainResource;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.lang.annotation.Annotation;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One test for each statement of the article that the product grew out of. */
class SeedIT {

    private static final String DEFAULTS = Archives.CONTEXT + "/api/defaults";
    private static final String ENDS = Archives.CONTEXT + "/api/ends";

    private final Http http = SharedServer.http();
    private final Rows rows = SharedServer.rows();

    private Map<String, String> rowOf(Http.Call call) {
        return rows.only(http.send(call).correlation());
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    @Test
    void s1_callOfAnAnnotatedMethod_saysWhoDidWhatToWhichFromWhereWithWhatResult() {
        Map<String, String> row = rowOf(Http.call("DELETE", ENDS + "/things/9").as("alice"));
        assertEquals(
                List.of("Alice Doe", "DELETE", "Thing", "9", "127.0.0.1", "SUCCESS", "204"),
                List.of(
                        row.get("actor_name"),
                        row.get("activity"),
                        row.get("target_type"),
                        row.get("target_id"),
                        row.get("source_ip"),
                        row.get("outcome"),
                        row.get("status")));
    }

    /** Recorded is all that a replay needs; the timeline and the re-sending itself belong to the replay, which is later. */
    @Test
    void s2_recordedRequest_sentAgainFromTheRow_getsTheSameAnswer() {
        String body = "{\"customer\":\"Anna & Söhne\",\"amount\":3,\"lines\":[{\"sku\":\"a\"},{\"sku\":\"b\"}]}";
        Http.Reply first = http.send(
                Http.call("PUT", DEFAULTS + "?state=open&x=1%202").as("alice").json(body));
        Map<String, String> row = rows.only(first.correlation());
        Http.Reply second =
                http.send(Http.call(row.get("request_method"), row.get("request_path") + "?" + row.get("request_query"))
                        .as("alice")
                        .body(row.get("content_type"), row.get("request_data")));
        assertEquals(200, second.status());
        assertEquals(json(first.text()), json(second.text()));
        assertEquals(json(body), json(row.get("request_data")));
    }

    @Test
    void s3_serverKilledRightAfterTheResponse_keepsTheRow() {
        Http.Reply reply;
        try (MicroServer killed = MicroServer.start("killed", Map.of(), Archives.application())) {
            reply = killed.http().send(Http.post(ENDS + "/things").as("alice"));
            killed.kill();
        }
        assertEquals(201, reply.status());
        try (MicroServer again = MicroServer.start("killed", Map.of(), Archives.application())) {
            Map<String, String> row = new Rows(again.http()).only(reply.correlation());
            assertEquals(reply.header("Audit-ID"), row.get("id"));
            assertEquals("77", row.get("target_id"));
            Http.Reply next = again.http().send(Http.get(ENDS + "/entity").as("alice"));
            long sequence = Long.parseLong(
                    new Rows(again.http()).only(next.correlation()).get("seq"));
            assertEquals(Long.parseLong(row.get("seq")) + 1, sequence);
        }
    }

    @Test
    void s4_annotationAlone_isAllThatAResourceNeeds() throws Exception {
        List<String> used = Arrays.stream(
                        PlainResource.class.getMethod("read", String.class).getAnnotations())
                .map(Annotation::annotationType)
                .map(Class::getName)
                .filter(name -> name.startsWith("dev.auditlog"))
                .toList();
        assertEquals(List.of("dev.auditlog.Audited"), used);
        Map<String, String> row =
                rowOf(Http.get(Archives.CONTEXT + "/api/plain/c1").as("alice"));
        assertEquals("PlainResource.read", row.get("operation"));
    }

    @Test
    void s5_defaultPolicy_recordsSuccessesOnlyAndTheAnnotationAddsTheRest() {
        for (int code : new int[] {200, 201, 204, 302, 304}) {
            Http.Reply reply = http.send(Http.get(DEFAULTS + "/status/" + code).as("alice"));
            assertEquals(code, reply.status());
            assertEquals(Integer.toString(code), rows.only(reply.correlation()).get("status"));
        }
        for (int code : new int[] {400, 401, 403, 404, 409, 500, 503}) {
            Http.Reply reply = http.send(Http.get(DEFAULTS + "/status/" + code).as("alice"));
            assertEquals(code, reply.status());
            assertEquals(List.of(), rows.of(reply.correlation()));
            assertNull(reply.header("Audit-ID"));
        }
        Http.Call all =
                Http.get(Archives.CONTEXT + "/api/failures/conflict-returned").as("alice");
        assertEquals("FAILURE", rowOf(all).get("outcome"));
    }

    @Test
    void s6_target_isTheNamedParameterElseTheOneThatLooksLikeAnIdElseTheLast() {
        assertEquals("r1", targetOf("/by-name/r1/2"));
        assertEquals("7", targetOf("/by-id/7/x"));
        assertEquals("7", targetOf("/by-resource-id/7/x"));
        assertEquals("7", targetOf("/by-suffix/7/x"));
        assertEquals("7", targetOf("/by-snake-suffix/7/x"));
        assertEquals("x", targetOf("/by-last/7/x"));
        assertEquals("77", rowOf(Http.post(ENDS + "/things").as("alice")).get("target_id"), "Location of a 201");
    }

    private String targetOf(String path) {
        return rowOf(Http.get(DEFAULTS + path).as("alice")).get("target_id");
    }

    @Test
    void s7_group_isWhatTheResolverSays() {
        assertEquals("sales", rowOf(Http.get(DEFAULTS).as("alice")).get("actor_group"));
        assertNull(rowOf(Http.get(DEFAULTS).as("bob")).get("actor_group"));
    }

    @Test
    void s8_actor_isTheCallerWithTheResolversIdAndName() {
        Map<String, String> alice = rowOf(Http.get(DEFAULTS).as("alice"));
        assertEquals("u-1001", alice.get("actor_id"));
        assertEquals("Alice Doe", alice.get("actor_name"));
        assertEquals("USER", alice.get("actor_type"));
        assertEquals("bob", rowOf(Http.get(DEFAULTS).as("bob")).get("actor_id"));
        Map<String, String> nobody = rowOf(Http.get(DEFAULTS));
        assertEquals("ANONYMOUS", nobody.get("actor_type"));
        assertNull(nobody.get("actor_id"));
    }

    @Test
    void s9_location_behindATrustedProxyIsTheRightmostHopThatIsNotTrusted() {
        Map<String, String> one = rowOf(Http.get(DEFAULTS).as("alice").header("X-Forwarded-For", "203.0.113.7"));
        assertEquals("203.0.113.7", one.get("source_ip"));
        assertEquals("127.0.0.1", one.get("source_peer"));
        assertEquals("X-Forwarded-For", one.get("source_rule"));
        Map<String, String> forged =
                rowOf(Http.get(DEFAULTS).as("alice").header("X-Forwarded-For", "198.51.100.9, 203.0.113.7"));
        assertEquals("203.0.113.7", forged.get("source_ip"), "what a client put before the proxy's entry is not taken");
        Map<String, String> none = rowOf(Http.get(DEFAULTS).as("alice"));
        assertEquals("127.0.0.1", none.get("source_ip"));
        assertEquals("peer", none.get("source_rule"));
    }

    @Test
    void s10_activity_followsTheMethodUnlessTheAnnotationSaysOtherwise() {
        assertEquals("CREATE", rowOf(Http.post(DEFAULTS).json("{}")).get("activity"));
        assertEquals("READ", rowOf(Http.get(DEFAULTS)).get("activity"));
        assertEquals("READ", rowOf(Http.call("HEAD", DEFAULTS)).get("activity"));
        assertEquals("UPDATE", rowOf(Http.call("PUT", DEFAULTS).json("{}")).get("activity"));
        assertEquals("UPDATE", rowOf(Http.call("PATCH", DEFAULTS).json("{}")).get("activity"));
        assertEquals("DELETE", rowOf(Http.call("DELETE", DEFAULTS)).get("activity"));
        assertEquals(
                "READ",
                rowOf(Http.post(DEFAULTS + "/search").body("text/plain", "x")).get("activity"));
    }

    @Test
    void s11_operation_isClassAndMethodUnlessTheAnnotationNamesOne() {
        assertEquals("DefaultsResource.list", rowOf(Http.get(DEFAULTS)).get("operation"));
        assertEquals(
                "Defaults.searched",
                rowOf(Http.post(DEFAULTS + "/search").body("text/plain", "x")).get("operation"));
    }

    @Test
    void s12_data_isTheArgumentsOfAGetAndTheBodyOfOthersRedactedAndOnlyWhereAskedFor() {
        JsonObject arguments =
                json(rowOf(Http.get(DEFAULTS + "?state=open&password=hunter2")).get("request_data"));
        assertEquals("open", arguments.getString("state"));
        assertEquals("[redacted]", arguments.getString("password"));
        JsonObject body = json(rowOf(Http.post(DEFAULTS).json("{\"customer\":\"Anna\",\"password\":\"hunter2\"}"))
                .get("request_data"));
        assertEquals("Anna", body.getString("customer"));
        assertEquals("[redacted]", body.getString("password"));
        assertNull(rowOf(Http.call("PATCH", DEFAULTS).json("{\"a\":1}")).get("request_data"));
        JsonObject form = json(rowOf(Http.post(Archives.CONTEXT + "/api/bodies/form")
                        .body("application/x-www-form-urlencoded", "customer=Anna&amount=3"))
                .get("request_data"));
        assertEquals("Anna", form.getString("customer"));
    }

    @Test
    void s13_time_isTheArrivalInUtcWithMicroseconds() {
        Instant before = Instant.now();
        Map<String, String> row = rowOf(Http.get(DEFAULTS));
        Instant after = Instant.now();
        Instant time = Instant.EPOCH.plus(Long.parseLong(row.get("time_us")), ChronoUnit.MICROS);
        assertFalse(time.isBefore(before.truncatedTo(ChronoUnit.MICROS)), time + " before " + before);
        assertFalse(time.isAfter(after), time + " after " + after);
        long idMillis = UUID.fromString(row.get("id")).getMostSignificantBits() >>> 16;
        assertEquals(time.toEpochMilli(), idMillis);
    }

    @Test
    void s14_event_isCommittedToTheManagedDatasource() {
        Map<String, String> row = rowOf(Http.get(DEFAULTS).as("alice"));
        assertTrue(Long.parseLong(row.get("seq")) > 0);
        assertTrue(Long.parseLong(row.get("recorded_us")) >= Long.parseLong(row.get("time_us")));
    }
}
