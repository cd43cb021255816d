package dev.auditlog.redact;

import static dev.auditlog.redact.RedactionFixture.JSON;
import static dev.auditlog.redact.RedactionFixture.aRequest;
import static dev.auditlog.redact.RedactionFixture.anEvent;
import static dev.auditlog.redact.RedactionFixture.capture;
import static dev.auditlog.redact.RedactionFixture.data;
import static dev.auditlog.redact.RedactionFixture.json;
import static dev.auditlog.redact.RedactionFixture.redact;
import static dev.auditlog.redact.RedactionFixture.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Failure;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case of redaction-cases.json, at each place where it may stand. */
class RedactionCasesTest {

    record Case(String id, String where, String name, String value, boolean secret) {

        /** The part of a free text that must not be kept; elsewhere the whole value. */
        String core() {
            return switch (id) {
                case "rc-064" -> "4111111111111111";
                case "rc-072" -> "RkFLRS1LRVktUFVC";
                case "rc-075" -> "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
                case "rc-080" -> "078-05-1120";
                case "rc-083", "rc-088" -> "hunter2-canary";
                case "rc-085" -> "YWxpY2U6Y2FuYXJ5";
                default -> value;
            };
        }
    }

    static Stream<Case> cases() throws Exception {
        try (InputStream in = RedactionCasesTest.class.getResourceAsStream("/redaction-cases.json");
                var reader = Json.createReader(in)) {
            return reader.readObject().getJsonArray("cases").getValuesAs(JsonObject.class).stream()
                    .map(c -> new Case(
                            c.getString("id"),
                            c.getString("where"),
                            c.getString("name"),
                            c.getString("value"),
                            c.getString("expect").equals("redact")))
                    .toList()
                    .stream();
        }
    }

    static Stream<Case> fields() throws Exception {
        return cases().filter(c -> !c.where.equals("free-text"));
    }

    static Stream<Case> freeTexts() throws Exception {
        return cases().filter(c -> c.where.equals("free-text"));
    }

    @Test
    void corpus_read_has92Cases() throws Exception {
        assertEquals(92, cases().count());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void jsonBody_valueUnderItsName_isMaskedOrKept(Case c) {
        JsonObject body = Json.createObjectBuilder()
                .add("customer", "acme")
                .add(c.name, c.value)
                .add(
                        "nested",
                        Json.createArrayBuilder().add(Json.createObjectBuilder().add(c.name, c.value)))
                .build();
        AuditEvent event = redact(anEvent(), capture(JSON, null, body.toString().getBytes(StandardCharsets.UTF_8)));
        JsonObject data = json(data(event)).asJsonObject();
        if (c.secret) {
            assertNoPart(c.core(), event);
            String masked = c.where.equals("free-text") ? c.value.replace(c.core(), "[redacted]") : "[redacted]";
            assertEquals(
                    switch (c.id) {
                        case "rc-072" -> "[redacted]";
                        case "rc-085" -> "Authorization: [redacted]";
                        default -> masked;
                    },
                    data.getString(c.name));
            assertEquals("acme", data.getString("customer"));
            List<String> places = event.request().redacted();
            assertTrue(places.contains("/nested/0/" + c.name), places.toString());
        } else {
            assertEquals(body, data);
            assertEquals(List.of(), event.request().redacted());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void form_valueUnderItsName_isMaskedOrKept(Case c) {
        String form = "customer=acme&" + encode(c.name) + "=" + encode(c.value);
        byte[] bytes = form.getBytes(StandardCharsets.UTF_8);
        AuditEvent event = redact(anEvent(), capture("application/x-www-form-urlencoded", null, bytes));
        JsonObject data = json(data(event)).asJsonObject();
        if (c.secret) {
            assertNoPart(c.core(), event);
            assertTrue(data.getString(c.name).contains("[redacted]"));
        } else {
            assertEquals(c.value, data.getString(c.name));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void query_valueUnderItsName_isMaskedOrKept(Case c) {
        String query = "a=1&" + encode(c.name) + "=" + encode(c.value) + "&b=2";
        AuditEvent event = RedactionFixture.ofQuery(query);
        if (c.secret) {
            assertNoPart(c.core(), event);
            assertEquals(
                    "a=1&" + encode(c.name) + "=[redacted]&b=2", event.request().query());
            assertEquals(List.of("query:" + c.name), event.request().redacted());
        } else {
            assertEquals(query, event.request().query());
            assertEquals(List.of(), event.request().redacted());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void attribute_valueUnderItsName_isMaskedOrKept(Case c) {
        AuditEvent event = redact(anEvent().attribute(c.name, c.value), CapturedBody.none());
        if (c.secret) {
            assertNoPart(c.core(), event);
            assertTrue(event.attributes().containsKey(c.name));
        } else {
            assertEquals(c.value.replace("\n", "\\n"), event.attributes().get(c.name));
        }
    }

    @ParameterizedTest
    @MethodSource("fields")
    void freeText_nameAndValue_areMaskedOrKept(Case c) {
        for (String between : List.of(": ", "=", " = ", "\":\"", " : ")) {
            String text = "request failed, " + c.name + between + c.value;
            AuditEvent event = RedactionFixture.ofError(text);
            if (c.secret) {
                assertNoPart(c.value, event);
                assertTrue(event.error().message().contains(c.name), text);
            } else {
                assertEquals(text, event.error().message());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("freeTexts")
    void everyText_freeText_isMaskedOrKept(Case c) {
        String text = "before " + c.value + " after";
        AuditEvent event = redact(
                anEvent()
                        .error(new Failure("E", text))
                        .reason(text)
                        .attribute("remark", text)
                        .target(new dev.auditlog.event.Target("Order", text, text))
                        .request(new dev.auditlog.event.Request(
                                "GET", "/" + text, null, null, text, null, null, null, false, List.of())),
                CapturedBody.none());
        if (c.secret) {
            assertNoPart(c.core(), event);
        } else {
            assertEquals(text.replace("\n", "\\n"), event.reason());
            assertEquals(List.of(), event.request().redacted());
        }
    }

    @ParameterizedTest
    @MethodSource("fields")
    void everyOtherPlace_valueOfASecretName_isMasked(Case c) {
        String body = Json.createObjectBuilder()
                .add("other", "see " + c.value)
                .add(c.name, c.value)
                .build()
                .toString();
        AuditEvent event = redact(
                anEvent()
                        .error(new Failure("E", "cannot read " + c.value + "!"))
                        .reason(c.value)
                        .attribute("remark", c.value)
                        .correlationId(c.value)
                        .target(new dev.auditlog.event.Target("Order", c.value, c.value))
                        .request(aRequest("/x/" + c.value + "/y", "q=" + c.value, JSON)),
                capture(JSON, null, body.getBytes(StandardCharsets.UTF_8)));
        if (c.secret) {
            assertNoPart(c.value, event);
            assertEquals("cannot read [redacted]!", event.error().message());
            assertEquals("/x/[redacted]/y", event.request().path());
        } else {
            assertTrue(texts(event).contains("/x/" + c.value + "/y"));
            assertEquals(List.of(), event.request().redacted());
        }
    }

    private static void assertNoPart(String secret, AuditEvent event) {
        String all = texts(event).replace("query:", ""); // a place's name, not a value
        for (int i = 0; i + 5 <= secret.length(); i++) {
            String part = secret.substring(i, i + 5);
            assertFalse(all.contains(part), () -> part + " is in " + all);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
