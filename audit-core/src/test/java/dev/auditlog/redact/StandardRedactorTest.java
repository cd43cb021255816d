package dev.auditlog.redact;

import static dev.auditlog.redact.RedactionFixture.JSON;
import static dev.auditlog.redact.RedactionFixture.aRequest;
import static dev.auditlog.redact.RedactionFixture.anEvent;
import static dev.auditlog.redact.RedactionFixture.capture;
import static dev.auditlog.redact.RedactionFixture.data;
import static dev.auditlog.redact.RedactionFixture.json;
import static dev.auditlog.redact.RedactionFixture.ofBody;
import static dev.auditlog.redact.RedactionFixture.ofError;
import static dev.auditlog.redact.RedactionFixture.ofQuery;
import static dev.auditlog.redact.RedactionFixture.redact;
import static dev.auditlog.redact.RedactionFixture.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.event.Actor;
import dev.auditlog.event.ActorType;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Failure;
import dev.auditlog.event.Source;
import dev.auditlog.event.Target;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardRedactorTest {

    private static final String CANARY = "Zq7-CANARY-9xw";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":{\"password\":{\"x\":[1,{\"y\":\"Zq7-CANARY-9xw\"}]}},\"note\":\"Zq7-CANARY-9xw\"}",
                "{\"payload\":\"{\\\"password\\\":\\\"Zq7-CANARY-9xw\\\"}\"}",
                "{\"payload\":\"{\\\"inner\\\":\\\"{\\\\\\\"pin\\\\\\\":\\\\\\\"Zq7-CANARY-9xw\\\\\\\"}\\\"}\"}",
                "{\"fields\":[{\"name\":\"password\",\"value\":\"Zq7-CANARY-9xw\"}],\"note\":\"Zq7-CANARY-9xw\"}",
                "{\"headers\":[[\"Authorization\",\"Zq7-CANARY-9xw\"]]}",
                "{\"p\\u0061ssword\":\"Zq7-CANARY-9xw\"}",
                "{\"pass\\u0000word\":\"Zq7-CANARY-9xw\"}",
                "{\"Zq7-CANARY-9xw\":1,\"password\":\"Zq7-CANARY-9xw\"}",
                "{\"password\":\" Zq7-CANARY-9xw \",\"note\":\"x Zq7-CANARY-9xw y\"}",
                "{\"url\":\"/x?token=Zq7-CANARY-9xw#f\",\"log\":\"pin=Zq7-CANARY-9xw\"}",
                "{\"url\":\"https%3A%2F%2Fa%3AZq7-CANARY-9xw%40h\"}",
                "{\"xml\":\"<a><password>Zq7-CANARY-9xw</password></a>\"}",
                "[\"password=Zq7-CANARY-9xw\"]",
                "\"password=Zq7-CANARY-9xw\""
            })
    void data_hiddenSecretInJson_isMasked(String body) {
        AuditEvent event = ofBody(JSON, body);
        assertFalse(texts(event).contains(CANARY), () -> texts(event));
        json(data(event));
        assertFalse(event.request().redacted().isEmpty());
    }

    @Test
    void data_jsonInBase64_isMaskedAsAWhole() {
        byte[] inner = ("{\"password\":\"" + CANARY + "\"}").getBytes(StandardCharsets.UTF_8);
        String base64 = Base64.getEncoder().encodeToString(inner);
        assertEquals("{\"blob\":\"[redacted]\"}", data(ofBody(JSON, "{\"blob\":\"" + base64 + "\"}")));
        String harmless = Base64.getEncoder().encodeToString("{\"page\":\"next page\"}".getBytes());
        assertEquals("{\"blob\":\"" + harmless + "\"}", data(ofBody(JSON, "{\"blob\":\"" + harmless + "\"}")));
    }

    @ParameterizedTest
    @CsvSource({"4111111111111111", "4.111111111111111e15", "4111111111111111.0", "41111111111111110e-1"})
    void data_cardAsNumber_isMasked(String number) {
        assertEquals("{\"ref\":\"[redacted]\"}", data(ofBody(JSON, "{\"ref\":" + number + "}")));
    }

    @Test
    void data_cardAsName_isMasked() {
        assertEquals("{\"[redacted]\":1}", data(ofBody(JSON, "{\"4111111111111111\":1}")));
    }

    @Test
    void data_anythingUnderASecretName_isTheMask() {
        String body = "{\"pin\":1234,\"otp\":null,\"token\":true,\"cvv\":[],\"pwd\":{},\"secret\":\"\"}";
        String masked = "\"[redacted]\"";
        assertEquals(
                "{\"pin\":%1$s,\"otp\":%1$s,\"token\":%1$s,\"cvv\":%1$s,\"pwd\":%1$s,\"secret\":%1$s}"
                        .formatted(masked),
                data(ofBody(JSON, body)));
    }

    @Test
    void data_nestedJsonWithoutSecrets_staysAsItWas() {
        String body = "{\"payload\":\"{ \\\"a\\\" : [ 1.50 ] }\"}";
        assertEquals(body, data(ofBody(JSON, body)));
    }

    @Test
    void data_secretBelowTheDeepestLevel_isKnownElsewhere() {
        String body = "{\"a\":".repeat(70) + "{\"password\":\"" + CANARY + "\"}" + "}".repeat(70);
        CapturedBody captured = capture(JSON, null, body.getBytes(StandardCharsets.UTF_8));
        AuditEvent event = redact(anEvent().error(new Failure("E", "bad " + CANARY)), captured);
        assertTrue(data(event).contains("[too deep]"));
        assertEquals("bad [redacted]", event.error().message());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "<o><password>Zq7-CANARY-9xw</password></o> ~ {\"o\":{\"password\":\"[redacted]\"}}",
                "<o password='Zq7-CANARY-9xw' b='1'/> ~ {\"o\":{\"@password\":\"[redacted]\",\"@b\":\"1\"}}",
                "<x:o xmlns:x='u'><x:pin>Zq7-CANARY-9xw</x:pin></x:o> ~ {\"o\":{\"pin\":\"[redacted]\"}}",
                "<o><p name='password'>Zq7-CANARY-9xw</p></o>"
                        + " ~ {\"o\":{\"p\":{\"@name\":\"password\",\"#text\":\"[redacted]\"}}}",
                "<o><p name='pin' value='Zq7-CANARY-9xw'/></o>"
                        + " ~ {\"o\":{\"p\":{\"@name\":\"pin\",\"@value\":\"[redacted]\"}}}",
                "<o><!-- Zq7-CANARY-9xw --><a>1</a><a>2</a></o> ~ {\"o\":{\"a\":[\"1\",\"2\"]}}",
                "<o><pin><![CDATA[Zq7-CANARY-9xw]]></pin></o> ~ {\"o\":{\"pin\":\"[redacted]\"}}",
                "<o><pin>Zq7-CANARY-9xw ~ \"[unparsable]\"",
                "<!DOCTYPE o [<!ENTITY e 'Zq7-CANARY-9xw'>]><o>&e;</o> ~ \"[unparsable]\"",
                "<o>&e;</o> ~ \"[unparsable]\"",
                "Zq7-CANARY-9xw ~ \"[unparsable]\""
            })
    void data_xml_isAnObjectWithoutSecrets(String body, String expected) {
        assertEquals(expected, data(ofBody("application/soap+xml", body)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "just a note ~ \"just a note\"",
                "password=Zq7-CANARY-9xw ok ~ \"password=[redacted] ok\"",
                "user,password\\nbob,Zq7-CANARY-9xw ~ \"[redacted]\"",
                "user|pin|x\\nbob|Zq7-CANARY-9xw|x ~ \"[redacted]\"",
                "password:\\n  Zq7-CANARY-9xw ~ \"[redacted]\"",
                "password\\nZq7-CANARY-9xw ~ \"[redacted]\"",
                "{\"pin\":\"Zq7-CANARY-9xw\"} ~ {\"pin\":\"[redacted]\"}",
                "{pin:'Zq7-CANARY-9xw'} ~ \"[unparsable]\"",
                "<o><pin>Zq7-CANARY-9xw</pin></o> ~ {\"o\":{\"pin\":\"[redacted]\"}}"
            })
    void data_plainText_isMaskedOrNotKept(String body, String expected) {
        assertEquals(expected, data(ofBody("text/plain", body.replace("\\n", "\n"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/octet-stream", "image/png", "application/pdf", "application/x-yaml", "video/mp4"})
    void data_otherTypes_areNotRecorded(String type) {
        assertEquals("\"[not recorded: content type]\"", data(ofBody(type, "password: " + CANARY)));
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8,application/json",
        "UTF-16,application/json",
        "UTF-16LE,application/json",
        "UTF-16BE,application/json",
        "UTF-32BE,application/json",
        "UTF-32LE,application/json",
        "UTF-16,application/json; charset=utf-16",
        "ISO-8859-1,application/json; charset=iso-8859-1",
        "UTF-8,application/json; charset=iso-8859-1"
    })
    void data_charsets_areReadAndMasked(String charset, String type) {
        byte[] body = ("{\"contraseña\":\"" + CANARY + "\"}").getBytes(Charset.forName(charset));
        String data = data(redact(anEvent(), capture(type, null, body)));
        assertTrue(data.endsWith("\":\"[redacted]\"}"), data);
    }

    @ParameterizedTest
    @ValueSource(strings = {"IBM037", "UTF-7", "x-nope", "", "IBM1047"})
    void data_charsetInWhichSecretsCouldHide_isNotKept(String charset) {
        byte[] body = ("password=" + CANARY).getBytes(StandardCharsets.UTF_8);
        String data = data(redact(anEvent(), capture("text/plain; charset=" + charset, null, body)));
        assertEquals(charset.isEmpty() ? "\"password=[redacted]\"" : "\"[unknown charset]\"", data);
    }

    @Test
    void data_gzipBomb_isBoundedAndCut() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(("{\"a\":1,\"b\":\"" + "x".repeat(20_000_000) + "\"}").getBytes(StandardCharsets.UTF_8));
        }
        AuditEvent event = redact(anEvent(), capture(JSON, "gzip", out.toByteArray()));
        assertTrue(data(event).startsWith("{\"a\":1,\"[truncated]\":"), data(event));
        assertTrue(event.request().truncated());
    }

    @Test
    void data_fields_becomeAnObjectWithArrays() {
        CapturedBody body = CapturedBody.ofFields(Map.of("a", List.of("1", "2")), null, 0);
        assertEquals("{\"a\":[\"1\",\"2\"]}", data(redact(anEvent(), body)));
        CapturedBody secret = CapturedBody.ofFields(Map.of("token", List.of(CANARY, "x")), null, 0);
        assertEquals("{\"token\":[\"[redacted]\",\"[redacted]\"]}", data(redact(anEvent(), secret)));
        CapturedBody asName = CapturedBody.ofFields(Map.of("{\"pin\":\"" + CANARY + "\"}", List.of("")), null, 0);
        assertEquals("{\"[redacted]\":\"\"}", data(redact(anEvent(), asName)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "token=x&token=Zq7-CANARY-9xw ~ token=[redacted]&token=[redacted]",
                "a=1;token=Zq7-CANARY-9xw ~ a=[redacted]",
                "cb=https%253A%252F%252Fa%253AZq7-CANARY-9xw%2540h ~ cb=[redacted]",
                "filter=%7B%22pin%22%3A%22Zq7-CANARY-9xw%22%7D ~ filter=[redacted]",
                "next=%2Fcb%3Faccess_token%3DZq7-CANARY-9xw ~ next=[redacted]",
                "q=4111+1111+1111+1111&x=y ~ q=[redacted]&x=y",
                "4111111111111111 ~ [redacted]",
                "user%5Bpassword%5D=Zq7-CANARY-9xw ~ user%5Bpassword%5D=[redacted]",
                "q=Zq7-CANARY-9xw&token=Zq7-CANARY-9xw ~ q=[redacted]&token=[redacted]",
                "a=%zz&&=&b ~ a=%zz&&=&b"
            })
    void query_secret_isMaskedAndTheRestStays(String query, String expected) {
        assertEquals(expected, ofQuery(query).request().query());
    }

    @Test
    void actor_namedAsASecretByTheClient_staysKnown() {
        AuditEvent event =
                ofBody(JSON, "{\"password\":\"alice\",\"token\":\"OrderResource.create\",\"pin\":\"Alice Doe\"}");
        assertEquals("alice", event.actor().id());
        assertEquals("Alice Doe", event.actor().name());
        assertEquals("OrderResource.create", event.operation());
    }

    @Test
    void knownSecret_short_isMaskedAsAWordOnly() {
        CapturedBody body = capture(JSON, null, "{\"pin\":\"4242\",\"a\":\"4242\",\"b\":\"14242\"}".getBytes());
        AuditEvent event = redact(anEvent().error(new Failure("E", "4242, 42421")), body);
        assertEquals("{\"pin\":\"[redacted]\",\"a\":\"[redacted]\",\"b\":\"14242\"}", data(event));
        assertEquals("[redacted], 42421", event.error().message());
    }

    @Test
    void sensitive_names_areMaskedLikeTheOthers() {
        CapturedBody body = capture(JSON, null, ("{\"delivery_note\":\"" + CANARY + "\"}").getBytes());
        AuditEvent event = Redactors.standard().redact(anEvent().toEvent(), body, Set.of("deliveryNote"));
        assertEquals("{\"delivery_note\":\"[redacted]\"}", data(event));
    }

    @Test
    void texts_withControlCharacters_becomeOneVisibleLine() {
        AuditEvent event = ofError("a\r\nb\u001B[2J\u0000\uD800\u202Ec\u0085");
        assertEquals(
                "a\\r\\nb\\u001b[2J\uFFFD\uFFFD\\u202ec\\u0085", event.error().message());
    }

    @Test
    void texts_tooLong_areCutAfterMaskingAndWithoutHalfPairs() {
        String longText = "x".repeat(2047) + "\uD83D\uDE00";
        assertEquals(2047, ofError(longText).error().message().length());
        assertTrue(ofError(longText).request().truncated());
        String crossing = "x".repeat(2030) + " password=" + CANARY.repeat(3);
        assertFalse(ofError(crossing).error().message().contains("Zq7"));
        assertFalse(ofError("x").request().truncated());
    }

    @Test
    void limits_everyField_areKept() {
        String big = "y".repeat(10_000);
        AuditEvent.Draft raw = anEvent()
                .operation(big)
                .actor(new Actor(big, big, ActorType.USER, big, Collections.nCopies(99, big), big, big))
                .target(new Target(big, big, big))
                .source(new Source(big, big, Collections.nCopies(99, big), big))
                .error(new Failure(big, big))
                .reason(big)
                .correlationId(big)
                .request(aRequest("/" + big, "a=" + big, big));
        for (int i = 0; i < 99; i++) {
            raw.attribute(i + big, big);
        }
        AuditEvent event = redact(raw, CapturedBody.none());
        assertEquals(255, event.operation().length());
        assertEquals(255, event.actor().id().length());
        assertEquals(64, event.actor().roles().size());
        assertEquals(128, event.actor().roles().get(0).length());
        assertEquals(128, event.target().type().length());
        assertEquals(255, event.target().id().length());
        assertEquals(20, event.source().chain().size());
        assertEquals(64, event.source().chain().get(0).length());
        assertEquals(2048, event.error().message().length());
        assertEquals(1024, event.reason().length());
        assertEquals(128, event.correlationId().length());
        assertEquals(2048, event.request().path().length());
        assertEquals(4096, event.request().query().length());
        assertEquals(64, event.attributes().size());
        assertTrue(event.request().truncated());
    }

    @Test
    void data_thousandsOfSecrets_isNotKeptAndEndsSoon() {
        StringBuilder body = new StringBuilder("{\"password\":\"x\"");
        for (int i = 0; i < 50_000; i++) {
            body.append(",\"password")
                    .append(i)
                    .append("\":\"aaaaaaaa")
                    .append(i)
                    .append('"');
        }
        byte[] bytes = body.append('}').toString().getBytes(StandardCharsets.UTF_8);
        CapturedBody captured = capture(JSON, null, bytes, CapturedBody.LARGEST_CAP);
        AuditEvent.Draft raw = anEvent().error(new Failure("E", "aaaaaaaa49999"));
        AuditEvent event = Assertions.assertTimeout(Duration.ofSeconds(10), () -> redact(raw, captured));
        assertEquals("\"[too many secrets]\"", data(event));
        assertEquals("[redacted]", event.error().message());
        assertTrue(event.request().redacted().size() <= FieldLimits.REDACTED + 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "1",
                "4111 ",
                "a=",
                ":",
                "<a>",
                "--",
                "//",
                "eyJ",
                "%25",
                "password=",
                "\\\"",
                "GB82 ",
                "{",
                "[{",
                "a: b ",
                "//a@",
                "a://b:c@",
                "sk-",
                "basic ",
                "bearer ",
                "-----BEGIN ",
                "token ",
                "password: ",
                "<pin>",
                "{\"a\":"
            })
    void redact_repeatedPattern_endsSoon(String unit) {
        String text = unit.repeat(200_000 / unit.length());
        byte[] body = ("{\"token\":\"aaaaaaaaaaaaaaaab\",\"note\":\""
                        + text.replace("\\", "").replace("\"", "") + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        Assertions.assertTimeout(Duration.ofSeconds(10), () -> {
            redact(anEvent().error(new Failure("E", text)), capture(JSON, null, body, CapturedBody.LARGEST_CAP));
            ofBody("text/plain", text);
        });
    }

    @Test
    void redact_randomMutations_neverThrowsNorShowsTheCanary() {
        String[] bodies = {
            "{\"a\":1,\"password\":\"" + CANARY + "\",\"b\":[true,{\"pin\":\"" + CANARY + "\"}]}",
            "a=1&password=" + CANARY + "&b=2",
            "<o><a>1</a><password>" + CANARY + "</password></o>"
        };
        String[] types = {JSON, "application/x-www-form-urlencoded", "application/xml"};
        Random random = new Random(7);
        for (int i = 0; i < 6_000; i++) {
            int kind = i % bodies.length;
            byte[] body = bodies[kind].getBytes(StandardCharsets.ISO_8859_1);
            int secretAt = bodies[kind].indexOf("password");
            // The name itself stays whole: a value under another name is no secret.
            int at = random.nextInt(body.length);
            boolean inName =
                    at >= secretAt - 2 && at <= secretAt + 12 || kind == 0 && at > bodies[0].lastIndexOf("pin") - 2;
            if (!inName) {
                body[at] = (byte) random.nextInt(256);
            }
            AuditEvent event = redact(anEvent(), capture(types[kind], null, body, 1 + random.nextInt(120)));
            if (event.request().data() != null) {
                json(data(event));
            }
            assertFalse(
                    texts(event).contains(CANARY), () -> new String(body, StandardCharsets.ISO_8859_1) + texts(event));
        }
    }
}
