package dev.auditlog.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.event.AuditEvent;
import jakarta.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Texts with and without secrets, at each place of a request. In secret-texts.txt an arrow parts a text from its
 * secrets, and a broken bar these from each other.
 */
class TextCorpusTest {

    record Secret(String text, List<String> cores) {}

    @Test
    void corpus_read_hasAllTexts() throws IOException {
        assertTrue(secrets().count() > 300);
        assertTrue(harmless().count() > 200);
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void jsonBody_secretInAText_isMasked(Secret secret) {
        AuditEvent event = RedactionFixture.ofBody(RedactionFixture.JSON, json(secret.text));
        assertMasked(secret, event);
        assertTrue(RedactionFixture.data(event).startsWith("{\"customer\":\"acme\",\"note\":\""));
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void jsonInJson_secretInAText_isMasked(Secret secret) {
        assertMasked(secret, RedactionFixture.ofBody(RedactionFixture.JSON, json(json(secret.text))));
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void form_secretInAText_isMasked(Secret secret) {
        assertMasked(
                secret, RedactionFixture.ofBody("application/x-www-form-urlencoded", "note=" + encoded(secret.text)));
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void query_secretInAText_isMasked(Secret secret) {
        AuditEvent event = RedactionFixture.ofQuery("a=1&note=" + encoded(secret.text) + "&b=2");
        assertEquals("a=1&note=[redacted]&b=2", event.request().query());
        assertMasked(secret, event);
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void plainText_secret_isMasked(Secret secret) {
        assertMasked(secret, RedactionFixture.ofBody("text/plain", secret.text));
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void xml_secretInAText_isMasked(Secret secret) {
        String text = secret.text.replace("&", "&amp;").replace("<", "&lt;").replace("\0", "");
        assertMasked(secret, RedactionFixture.ofBody("application/xml", "<o><note>" + text + "</note></o>"));
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void errorMessage_secret_isMasked(Secret secret) {
        assertMasked(secret, RedactionFixture.ofError(secret.text));
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void everyPlace_harmlessText_stays(String text) {
        String body = json(text);
        AuditEvent event = RedactionFixture.ofBody(RedactionFixture.JSON, body);
        assertEquals(List.of(), event.request().redacted());
        assertEquals(RedactionFixture.json(body), RedactionFixture.json(RedactionFixture.data(event)));
        assertEquals(Texts.line(text), RedactionFixture.ofError(text).error().message());
        String query = "note=" + encoded(text);
        assertEquals(query, RedactionFixture.ofQuery(query).request().query());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=>",
                "name=pin >",
                "password a1b2 ",
                "value=\"a\" ",
                "<a>",
                "-----BEGIN ",
                "ewo.",
                "&lt;",
                "\\u0070",
                "//a:b@",
                "Key (a)=(",
                "insert into x (",
                "mysql -p",
                "'a ",
                "pin:|\n",
                "1-",
                "a:        ",
                "GB82 "
            })
    void ofBody_halfAMebibyteOfOneThing_takesTimeInProportion(String unit) {
        String text = unit.repeat(512 * 1024 / unit.length());
        assertTimeout(Duration.ofSeconds(15), () -> {
            byte[] body = json(text).getBytes(StandardCharsets.UTF_8);
            RedactionFixture.redact(
                    RedactionFixture.anEvent(),
                    RedactionFixture.capture(RedactionFixture.JSON, null, body, CapturedBody.LARGEST_CAP));
        });
    }

    static Stream<Secret> secrets() throws IOException {
        return lines("/secret-texts.txt").map(line -> {
            String[] parts = line.split("⟶", 2);
            return new Secret(parts[0], List.of(parts[parts.length - 1].split("¦")));
        });
    }

    static Stream<String> harmless() throws IOException {
        return lines("/harmless-texts.txt");
    }

    private static Stream<String> lines(String resource) throws IOException {
        try (InputStream in = TextCorpusTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(line -> line.replace("\\n", "\n")
                                    .replace("\\r", "\r")
                                    .replace("\\t", "\t")
                                    .replace("\\0", "\0"))
                            .toList()
                            .stream();
        }
    }

    private static String json(String text) {
        return Json.createObjectBuilder()
                .add("customer", "acme")
                .add("note", text)
                .build()
                .toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void assertMasked(Secret secret, AuditEvent event) {
        String all = RedactionFixture.texts(event);
        for (String core : secret.cores) {
            for (int i = 0; i + 5 <= core.length(); i++) {
                String part = Texts.line(core.substring(i, i + 5));
                assertFalse(all.contains(part), () -> part + " is in " + all);
            }
        }
    }
}
