package dev.auditlog.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.event.AuditEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bodies with one secret, well-formed and broken, whole and cut. In secret-bodies.txt an arrow parts the media type from
 * the body, and control characters are written by their pictures.
 */
class BodyCorpusTest {

    private static final String CANARY = "CANARYq7";

    private static final String KEPT = "acme";

    record Body(String type, String text) {}

    @Test
    void corpus_read_hasAllBodies() throws IOException {
        assertTrue(bodies().count() > 180);
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void redact_bodyWithASecret_keepsTheRestOnly(Body body) {
        String all = texts(body.type, null, body.text.getBytes(StandardCharsets.UTF_8), 64 * 1024);
        assertNoCanary(all);
        assertTrue(!body.text.contains(KEPT) || all.contains(KEPT), all);
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void redact_bodyCutAnywhere_hasNoPartOfTheSecret(Body body) throws IOException {
        byte[] bytes = body.text.getBytes(StandardCharsets.UTF_8);
        for (int cap = 1; cap < bytes.length; cap++) {
            assertNoCanary(texts(body.type, null, bytes, cap));
        }
        byte[] zipped = gzip(bytes);
        for (int cap = 20; cap < zipped.length; cap += 3) {
            assertNoCanary(texts(body.type, "gzip", zipped, cap));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTF-8", "UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32", "UTF-32BE", "UTF-32LE", "ISO-8859-1",
                        "windows-1252",
                "windows-1251", "KOI8-R", "Shift_JIS", "EUC-JP", "GB18030", "Big5", "EUC-KR", "ISO-2022-JP", "IBM037",
                "IBM500", "US-ASCII", "x-UTF-16LE-BOM"
            })
    void redact_charsetThatIsOrIsNotDeclared_hasNoSecret(String name) {
        Charset charset = Charset.forName(name);
        List<String> texts = List.of(
                "{\"a\":\"acme\",\"password\":\"CANARYq7\",\"contraseña\":\"CANARYq7\",\"пароль\":\"CANARYq7\",\"密码\":\"CANARYq7\"}",
                "a=acme&password=CANARYq7",
                "<?xml version=\"1.0\" encoding=\"" + name + "\"?><o><password>CANARYq7</password></o>",
                "a: acme\npassword: CANARYq7\n");
        for (String declared : List.of("", name, "utf-8", "iso-8859-1", "utf-16", "us-ascii", "x-nope")) {
            for (String type :
                    List.of("application/json", "text/plain", "application/xml", "application/x-www-form-urlencoded")) {
                String header = declared.isEmpty() ? type : type + "; charset=" + declared;
                for (String text : texts) {
                    assertNoCanary(texts(header, null, text.getBytes(charset), 64 * 1024));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void redact_bodyUnderAnotherType_hasNoSecret(Body body) {
        if (body.type.startsWith("multipart")) {
            return; // its parts are those of a form only there
        }
        byte[] bytes = body.text.getBytes(StandardCharsets.UTF_8);
        for (String type :
                List.of("application/octet-stream", "application/x-ndjson", "multipart/form-data", "not/a/type;;=")) {
            assertNoCanary(texts(type, null, bytes, 64 * 1024));
        }
    }

    @Test
    void redact_nameInBrokenUtf8_hidesTheValue() {
        byte[] body = "{\"t__ken\":\"CANARYq7\",\"customer\":\"acme\"}".getBytes(StandardCharsets.ISO_8859_1);
        body[3] = (byte) 0xC1; // an overlong "o"
        body[4] = (byte) 0xAF;
        String all = texts("application/json", null, body, 1024);
        assertNoCanary(all);
        assertTrue(all.contains(KEPT), all);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"op\":\"replace\",\"path\":\"/amount\",\"value\":12.5}]",
                "{\"field\":\"amount\",\"from\":1,\"to\":2,\"old\":\"a\",\"new\":\"b\"}",
                "{\"type\":\"card\",\"amount\":12.5,\"to\":\"Bob\",\"data\":{\"value\":1}}",
                "{\"productName\":\"Secret Garden\",\"value\":25,\"text\":\"a novel\"}",
                "{\"columns\":[\"customer\",\"amount\"],\"rows\":[[\"acme\",12.5],[\"other\",1]]}",
                "[[\"customer\",\"amount\"],[\"acme\",12.5]]",
                "{\"n\":1,\"d\":\"x\",\"k\":\"v\",\"value\":\"y\"}",
                "{\"name\":\"Alice\",\"value\":\"x\",\"content\":\"y\"}",
                "{\"from\":\"Vilnius\",\"to\":\"Kaunas\",\"before\":\"10:00\",\"after\":\"9:00\"}"
            })
    void redact_pairsOfNoSecret_stay(String json) {
        assertEquals(json, RedactionFixture.data(RedactionFixture.ofBody(RedactionFixture.JSON, json)));
    }

    static Stream<Body> bodies() throws IOException {
        try (InputStream in = BodyCorpusTest.class.getResourceAsStream("/secret-bodies.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(line -> line.split("⟶", 2))
                            .map(parts -> new Body(parts[0], withControls(parts[1])))
                            .toList()
                            .stream();
        }
    }

    private static String withControls(String text) {
        return text.replace('␊', '\n')
                .replace('␍', '\r')
                .replace('␉', '\t')
                .replace('␀', '\0')
                .replace('␁', '\u0001');
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        }
        return zipped.toByteArray();
    }

    private static String texts(String type, @Nullable String encoding, byte[] body, int cap) {
        AuditEvent event = RedactionFixture.redact(
                RedactionFixture.anEvent(), RedactionFixture.capture(type, encoding, body, cap));
        return RedactionFixture.texts(event);
    }

    private static void assertNoCanary(String all) {
        for (int i = 0; i + 5 <= CANARY.length(); i++) {
            String part = CANARY.substring(i, i + 5);
            assertFalse(all.contains(part), () -> part + " is in " + all);
        }
    }
}
