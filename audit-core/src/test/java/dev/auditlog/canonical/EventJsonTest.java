package dev.auditlog.canonical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.Activity;
import dev.auditlog.event.Actor;
import dev.auditlog.event.ActorType;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Failure;
import dev.auditlog.event.Outcome;
import dev.auditlog.event.Request;
import dev.auditlog.event.Source;
import dev.auditlog.event.Target;
import dev.auditlog.event.TransactionOutcome;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventJsonTest {

    private static final UUID ID = UUID.fromString("01935f9a-7b1e-7000-8000-000000000001");
    private static final Instant TIME = Instant.parse("2026-11-24T21:59:05.123456Z");

    private static AuditEvent.Draft smallest() {
        return AuditEvent.draft("Batch.import")
                .id(ID)
                .time(TIME)
                .application("sample")
                .node("host-1");
    }

    private static AuditEvent full() {
        return smallest()
                .operation("OrderResource.create")
                .recordedAt(Instant.parse("2026-11-24T21:59:06Z"))
                .sequence(17)
                .activity(Activity.CREATE)
                .outcome(Outcome.DENIED)
                .transaction(TransactionOutcome.ROLLED_BACK)
                .status(403)
                .durationMicros(1234)
                .actor(new Actor(
                        "alice", "Alice Doe", ActorType.USER, "sales", List.of("clerk"), "BASIC", "c2Vzc2lvbg"))
                .target(new Target("Order", "42", "Chairs"))
                .source(new Source("203.0.113.7", "127.0.0.1", List.of("203.0.113.7"), "X-Forwarded-For"))
                .request(new Request(
                        "POST",
                        "/sample/api/orders",
                        "/orders",
                        "a=1",
                        "curl/8",
                        "application/json",
                        "{\"customer\":\"ACME\",\"card\":\"[redacted]\"}",
                        512L,
                        false,
                        List.of("/card")))
                .error(new Failure("jakarta.ws.rs.ForbiddenException", "HTTP 403 Forbidden"))
                .reason("ticket 7")
                .attribute("k", "v")
                .correlationId("req-1")
                .traceId("4bf92f3577b34da6a3ce929d0e0e4736")
                .parentId(UUID.fromString("01935f9a-7b1e-7000-8000-000000000002"))
                .toEvent();
    }

    private static JsonObject read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    @Test
    void text_everyPartThere_isTheSampleOfTheContract() {
        assertEquals(
                """
                {"id":"01935f9a-7b1e-7000-8000-000000000001","time":"2026-11-24T21:59:05.123456Z",\
                "recordedAt":"2026-11-24T21:59:06.000000Z","application":"sample","node":"host-1",\
                "chain":"sample@host-1","sequence":17,"operation":"OrderResource.create","activity":"CREATE",\
                "outcome":"DENIED","transaction":"ROLLED_BACK","status":403,"durationMicros":1234,\
                "guarantee":"BEFORE_RESPONSE","actor":{"id":"alice","name":"Alice Doe","type":"USER","group":"sales",\
                "roles":["clerk"],"auth":"BASIC","session":"c2Vzc2lvbg"},\
                "target":{"type":"Order","id":"42","name":"Chairs"},\
                "source":{"ip":"203.0.113.7","peer":"127.0.0.1","chain":["203.0.113.7"],"rule":"X-Forwarded-For"},\
                "request":{"method":"POST","path":"/sample/api/orders","route":"/orders","query":"a=1",\
                "userAgent":"curl/8","contentType":"application/json",\
                "data":{"customer":"ACME","card":"[redacted]"},"bytes":512,"truncated":false,"redacted":["/card"]},\
                "error":{"type":"jakarta.ws.rs.ForbiddenException","message":"HTTP 403 Forbidden"},\
                "reason":"ticket 7","attributes":{"k":"v"},"correlationId":"req-1",\
                "traceId":"4bf92f3577b34da6a3ce929d0e0e4736","parentId":"01935f9a-7b1e-7000-8000-000000000002"}""",
                EventJson.text(full()));
    }

    @Test
    void text_onlyWhatMustBe_leavesOutTheRest() {
        assertEquals(
                """
                {"id":"01935f9a-7b1e-7000-8000-000000000001","time":"2026-11-24T21:59:05.123456Z",\
                "application":"sample","node":"host-1","chain":"sample@host-1","operation":"Batch.import",\
                "activity":"OTHER","outcome":"SUCCESS","transaction":"NONE","durationMicros":0,\
                "guarantee":"BEFORE_RESPONSE","actor":{"type":"ANONYMOUS","roles":[]}}""",
                EventJson.text(smallest().toEvent()));
    }

    @Test
    void of_requestAndSourceWithNothingOptional_keepsListsAndFlag() {
        AuditEvent event = smallest()
                .source(new Source(null, null, List.of(), "peer"))
                .request(new Request("GET", "/x", null, null, null, null, null, null, true, List.of()))
                .toEvent();
        assertEquals(
                "{\"chain\":[],\"rule\":\"peer\"}",
                EventJson.of(event).get("source").toString());
        assertEquals(
                "{\"method\":\"GET\",\"path\":\"/x\",\"truncated\":true,\"redacted\":[]}",
                EventJson.of(event).get("request").toString());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T21:59:05Z, 2026-11-24T21:59:05.000000Z",
        "2026-11-24T21:59:05.1Z, 2026-11-24T21:59:05.100000Z",
        "2026-11-24T21:59:05.123456789Z, 2026-11-24T21:59:05.123456Z",
        "1970-01-01T00:00:00Z, 1970-01-01T00:00:00.000000Z"
    })
    void of_time_hasAlwaysSixDigitsAfterThePoint(Instant time, String expected) {
        assertEquals(expected, EventJson.of(smallest().time(time).toEvent()).getString("time"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "null | NULL | null",
                "true | TRUE | true",
                "[1,2.50,1e400] | ARRAY | [1,2.50,1E+400]",
                "\"text\" | STRING | \"text\"",
                "{\"a\":{\"b\":[]}} | OBJECT | {\"a\":{\"b\":[]}}",
                "not json | STRING | \"not json\"",
            })
    void of_data_isTheJsonValueThatItIs(String data, JsonValue.ValueType type, String expected) {
        JsonValue value = EventJson.of(withData(data)).getJsonObject("request").get("data");
        assertEquals(type, value.getValueType());
        assertEquals(expected, value.toString());
    }

    @Test
    void of_dataBeyondTheProvidersLimits_becomesText() {
        String deep = "[".repeat(5000) + "]".repeat(5000);
        assertEquals(deep, dataText(deep));
        String longNumber = "1".repeat(5000);
        assertEquals(longNumber, dataText(longNumber));
    }

    private static AuditEvent withData(String data) {
        return smallest()
                .request(new Request("POST", "/x", null, null, null, null, data, 1L, false, List.of()))
                .toEvent();
    }

    private static String dataText(String data) {
        return EventJson.of(withData(data)).getJsonObject("request").getString("data");
    }

    @Test
    void parse_whatOfGave_isTheSameEvent() {
        assertEquals(full(), EventJson.parse(EventJson.of(full())));
        assertEquals(
                smallest().toEvent(), EventJson.parse(EventJson.of(smallest().toEvent())));
    }

    @Test
    void parse_randomEventsThroughText_areTheSameEvents() {
        Random random = new Random(20261125);
        for (int i = 0; i < 5000; i++) {
            AuditEvent event = new RandomEvents(random).next();
            AuditEvent read = EventJson.parse(read(EventJson.text(event)));
            assertEquals(event, read);
            assertEquals(EventJson.text(event), EventJson.text(read));
        }
    }

    @Test
    void parse_membersOfALaterRelease_arePassedOver() {
        JsonObject json = Json.createObjectBuilder(EventJson.of(full()))
                .add("later", Json.createArrayBuilder())
                .build();
        assertEquals(full(), EventJson.parse(json));
    }

    @ParameterizedTest
    @CsvSource({
        "id, 1",
        "id, \"x\"",
        "time, \"yesterday\"",
        "activity, \"create\"",
        "sequence, 1.5",
        "status, \"403\"",
        "actor, []",
        "source, null",
        "attributes, \"k\"",
        "chain, \"other@host-1\"",
        "parentId, {}"
    })
    void parse_memberThatItCannotBe_isNamed(String member, String value) {
        String text = "{\"v\":" + value + "}";
        JsonObject json = Json.createObjectBuilder(EventJson.of(full()))
                .add(member, read(text).get("v"))
                .build();
        var thrown = assertThrows(IllegalArgumentException.class, () -> EventJson.parse(json));
        assertTrue(
                thrown.getMessage().startsWith("The member \"" + member + "\" of the event is "), thrown.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"id", "time", "application", "operation", "outcome", "durationMicros", "actor"})
    void parse_memberMissing_isNamed(String member) {
        JsonObject json =
                Json.createObjectBuilder(EventJson.of(full())).remove(member).build();
        assertFalse(json.containsKey(member));
        var thrown = assertThrows(IllegalArgumentException.class, () -> EventJson.parse(json));
        assertTrue(thrown.getMessage().contains("\"" + member + "\""), thrown.getMessage());
    }

    @Test
    void parse_memberOfAPartThatItCannotBe_isNamedByItsPath() {
        JsonObject source =
                Json.createObjectBuilder().add("chain", "x").add("rule", "peer").build();
        JsonObject json = Json.createObjectBuilder(EventJson.of(full()))
                .add("source", source)
                .build();
        var thrown = assertThrows(IllegalArgumentException.class, () -> EventJson.parse(json));
        assertEquals(
                "The member \"source.chain\" of the event is \"a value of type STRING\", which it cannot be. Allowed: what"
                        + " the reference of the event's JSON says.",
                thrown.getMessage());
    }
}
