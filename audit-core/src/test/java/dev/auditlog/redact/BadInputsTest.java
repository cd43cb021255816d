package dev.auditlog.redact;

import static dev.auditlog.redact.RedactionFixture.aRequest;
import static dev.auditlog.redact.RedactionFixture.anEvent;
import static dev.auditlog.redact.RedactionFixture.data;
import static dev.auditlog.redact.RedactionFixture.json;
import static dev.auditlog.redact.RedactionFixture.redact;
import static dev.auditlog.redact.RedactionFixture.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Failure;
import dev.auditlog.event.Request;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case of badinputs.json, as far as it is about the text of a request, without a server. */
class BadInputsTest {

    /** A hundred mebibytes of one letter say no more than two. */
    private static final int MOST_BYTES = 2 * 1024 * 1024;

    private static final String CARD = "4111 1111 1111 1111";

    record Case(String id, JsonObject how, List<String> absent) {

        String header(String name) {
            JsonObject headers = how.getJsonObject("headers");
            return headers != null && headers.get(name) instanceof JsonString text ? text.getString() : null;
        }

        byte[] body() {
            if (how.containsKey("bodyText")) {
                return how.getString("bodyText").getBytes(StandardCharsets.UTF_8);
            }
            if (how.containsKey("bodyBase64")) {
                return Base64.getDecoder().decode(how.getString("bodyBase64"));
            }
            JsonObject repeat = how.getJsonObject("bodyRepeat");
            return repeat == null ? new byte[0] : repeated(repeat);
        }

        private byte[] repeated(JsonObject repeat) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes(how.getString("prefix", "").getBytes(StandardCharsets.UTF_8));
            byte[] unit = repeat.getString("unit").getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < repeat.getInt("times") && out.size() < MOST_BYTES; i++) {
                out.writeBytes(unit);
            }
            out.writeBytes(how.getString("suffix", "").getBytes(StandardCharsets.UTF_8));
            return out.toByteArray();
        }
    }

    static Stream<Case> cases() throws Exception {
        try (InputStream in = BadInputsTest.class.getResourceAsStream("/badinputs.json");
                var reader = Json.createReader(in)) {
            return reader.readObject().getJsonArray("cases").getValuesAs(JsonObject.class).stream()
                    .map(BadInputsTest::parsed)
                    .toList()
                    .stream();
        }
    }

    private static Case parsed(JsonObject c) {
        JsonObject check = c.getJsonObject("check");
        List<String> absent = check.containsKey("absent")
                ? check.getJsonArray("absent").getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList()
                : List.of();
        return new Case(c.getString("id"), c.getJsonObject("how"), absent);
    }

    private static Case named(String id) throws Exception {
        return cases().filter(c -> c.id.equals(id)).findFirst().orElseThrow();
    }

    @Test
    void corpus_read_has179Cases() throws Exception {
        assertEquals(179, cases().count());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void redact_anyCase_hasNoCanaryAndParses(Case c) {
        AuditEvent event = event(c, 64 * 1024, 4096);
        String all = texts(event);
        for (String canary : c.absent) {
            assertFalse(all.contains(canary), () -> c.id + ": " + canary + " is in " + all);
        }
        if (event.request().data() != null) {
            json(data(event));
            assertTrue(data(event).length() <= 2 * 64 * 1024 + 4096 + 256, () -> c.id + " is too long");
        }
        assertTrue(
                all.chars().noneMatch(ch -> ch < ' ' && ch != '\n' || ch >= 0x7F && ch <= 0x9F),
                () -> c.id + " has a control character");
    }

    /** Without secrets-33: there the name that makes the value a secret lies behind the cut, so nobody can know. */
    static Stream<Case> casesThatCanBeCut() throws Exception {
        return cases().filter(c -> !c.id.equals("secrets-33"));
    }

    @ParameterizedTest
    @MethodSource("casesThatCanBeCut")
    void redact_cutAnywhere_hasNoCanary(Case c) {
        for (int cap : List.of(1, 10, 17, 33, 50, 64, 100, 1000)) {
            String all = texts(event(c, cap, 7));
            for (String canary : c.absent) {
                assertFalse(all.contains(canary), () -> c.id + " cut at " + cap + ": " + all);
            }
        }
    }

    private static AuditEvent event(Case c, int cap, int chunk) {
        String target = c.how.getString("path");
        int mark = target.indexOf('?');
        String path = Percent.decode(mark < 0 ? target : target.substring(0, mark));
        String query = mark < 0 ? null : target.substring(mark + 1);
        byte[] body = c.body();
        BodyCapture capture = BodyCapture.open(c.header("Content-Type"), c.header("Content-Encoding"), cap);
        for (int at = 0; at < body.length; at += chunk) {
            capture.accept(body, at, Math.min(chunk, body.length - at));
        }
        Request request = aRequest(path, query, c.header("Content-Type"));
        return redact(anEvent().request(request), capture.finish(body.length, true));
    }

    private static String dataOf(String id) throws Exception {
        return data(event(named(id), 64 * 1024, 4096));
    }

    @Test
    void data_ofNamedCases_isWhatTheManualSays() throws Exception {
        Map<String, String> expected = Map.ofEntries(
                Map.entry("json-malformed-01", "\"[unparsable]\""),
                Map.entry("json-malformed-02", "\"[unparsable]\""),
                Map.entry("json-malformed-03", "none"),
                Map.entry("json-malformed-04", "\"[unparsable]\""),
                Map.entry("json-malformed-05", "\"just a string\""),
                Map.entry("json-malformed-06", "[{\"customer\":\"acme\",\"password\":\"[redacted]\"}]"),
                Map.entry("json-malformed-07", "null"),
                Map.entry("json-malformed-08", "\"[unparsable]\""),
                Map.entry("json-malformed-09", "{\"customer\":\"acme\",\"amount\":\"1e999999\"}"),
                Map.entry("json-malformed-10", "\"[unparsable]\""),
                Map.entry("json-malformed-11", "\"[unparsable]\""),
                Map.entry("json-malformed-12", "{\"customer\":\"acme\",\"note\":\"\uFFFD lone surrogate\"}"),
                Map.entry("json-malformed-13", "{\"customer\":\"acme\",\"amount\":1,\"password\":\"[redacted]\"}"),
                Map.entry("json-malformed-14", "\"[unparsable]\""),
                Map.entry("json-malformed-15", "{\"\":\"empty key\",\"customer\":\"acme\",\"amount\":1}"),
                Map.entry("duplicate-keys-01", "{\"customer\":\"acme\",\"amount\":1,\"password\":\"[redacted]\"}"),
                Map.entry("duplicate-keys-03", "{\"customer\":\"acme\",\"amount\":1,\"password\":\"[redacted]\"}"),
                Map.entry("duplicate-keys-04", "{\"customer\":\"acme\",\"amount\":1,\"card\":\"[redacted]\"}"),
                Map.entry("secrets-30", "{\"customer\":\"acme\",\"amount\":1,\"ref\":\"[redacted]\"}"),
                Map.entry(
                        "secrets-33", "{\"customer\":\"acme\",\"amount\":\"[redacted]\",\"password\":\"[redacted]\"}"),
                Map.entry(
                        "secrets-28", "{\"customer\":\"acme\",\"amount\":10,\"note\":\"paid with [redacted] today\"}"),
                Map.entry("charset-01", "{\"customer\":\"acme\",\"amount\":1,\"note\":\"\uFFFD\uFFFD\"}"),
                Map.entry("charset-03", "{\"customer\":\"ac\uFFFDme\",\"amount\":1}"),
                Map.entry("charset-04", "\"[unparsable]\""),
                Map.entry("charset-05", "{\"customer\":\"\uD83E\uDDFE\uD83D\uDD25\",\"amount\":1}"),
                Map.entry("charset-09", "{\"customer\":\"\\u001b[2J\\u001b[1;31mOWNED\",\"amount\":1}"),
                Map.entry("charset-11", "{\"customer\":\"Jos\u00E9\",\"amount\":1}"),
                Map.entry("charset-12", "\"[unknown charset]\""),
                Map.entry("charset-13", "{\"customer\":\"a\\u2028b\\u2029c\\u0085d\",\"amount\":1}"),
                Map.entry("content-type-01", "{\"password\":\"[redacted]\"}"),
                Map.entry("content-type-02", "{\"password\":\"[redacted]\"}"),
                Map.entry("content-type-03", "{\"password\":\"[redacted]\"}"),
                Map.entry("content-type-05", "\"[unparsable]\""),
                Map.entry("content-type-06", "{\"password\":\"[redacted]\"}"),
                Map.entry("content-type-07", "\"[unparsable]\""),
                Map.entry("content-type-08", "\"[unparsable]\""),
                Map.entry("content-encoding-01", "{\"customer\":\"acme\",\"amount\":1,\"password\":\"[redacted]\"}"),
                Map.entry("content-encoding-02", "\"[unparsable]\""),
                Map.entry("content-encoding-04", "\"[unparsable]\""),
                Map.entry("content-encoding-05", "{\"customer\":\"acme\",\"amount\":1,\"password\":\"[redacted]\"}"),
                Map.entry("content-encoding-06", "\"[unknown content encoding]\""));
        for (Map.Entry<String, String> entry : expected.entrySet()) {
            assertEquals(entry.getValue(), dataOf(entry.getKey()), entry.getKey());
        }
    }

    @Test
    void tooDeep_fiftyThousandArrays_isReplacedAtTheLimit() throws Exception {
        Case c = named("json-size-02");
        String data = data(event(c, 1024 * 1024, 4096));
        assertTrue(data.contains("{\"a\":\"[too deep]\"") || data.equals("\"[unparsable]\""), data);
        assertFalse(data.contains("CANARY"));
    }

    @Test
    void valueAcrossTheCut_secretOrNot_isNotKeptInPart() throws Exception {
        AuditEvent secret = event(named("json-size-07"), 64 * 1024, 4096);
        assertEquals("{\"customer\":\"acme\",\"amount\":1,\"[truncated]\":\"65536 of 200056 bytes\"}", data(secret));
        assertTrue(secret.request().truncated());
        assertEquals(200056L, secret.request().bytes());
        assertTrue(data(event(named("json-size-05"), 64 * 1024, 4096)).startsWith("{\"[truncated]\":\"65536 of "));
    }

    @Test
    void errorMessage_quotesTheBody_isMaskedToo() throws Exception {
        for (String id : List.of("secrets-33", "json-malformed-10", "json-malformed-14", "json-malformed-11")) {
            Case c = named(id);
            String canary = c.absent.get(0);
            CapturedBody body = RedactionFixture.capture("application/json", null, c.body());
            AuditEvent event = redact(anEvent().error(new Failure("E", "bad value " + canary + " here")), body);
            assertEquals("bad value [redacted] here", event.error().message(), id);
        }
    }

    @Test
    void card_inFreeText_isMaskedWithItsSpaces() throws Exception {
        assertFalse(dataOf("secrets-28").contains(CARD));
        assertFalse(dataOf("secrets-28").contains("1111"));
    }
}
