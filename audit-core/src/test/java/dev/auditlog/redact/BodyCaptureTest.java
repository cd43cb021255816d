package dev.auditlog.redact;

import static dev.auditlog.redact.RedactionFixture.JSON;
import static dev.auditlog.redact.RedactionFixture.anEvent;
import static dev.auditlog.redact.RedactionFixture.capture;
import static dev.auditlog.redact.RedactionFixture.data;
import static dev.auditlog.redact.RedactionFixture.json;
import static dev.auditlog.redact.RedactionFixture.redact;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.event.AuditEvent;
import dev.auditlog.redact.CapturedBody.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyCaptureTest {

    private static final String MULTIPART = "multipart/form-data; boundary=b";
    private static final String FORM =
            """
            preamble\r
            --b\r
            Content-Disposition: form-data; name="customer"\r
            \r
            acme\r
            --b \r
            Content-Disposition: form-data; name="password"\r
            Content-Type: text/plain; charset=utf-8\r
            \r
            CANARY-mp\r
            --b\r
            content-disposition: form-data; name="file"; filename="C:\\dir\\a\\r\\n.txt"\r
            Content-Type: text/plain\r
            \r
            FILE\r
            -CANARY\r
            --\r
            --x\r
            --b\r
            Content-Disposition: form-data; name="note"\r
            \r
            card 4111111111111111\r
            --b--\r
            epilogue CANARY""";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String dataOf(CapturedBody body) {
        return data(redact(anEvent(), body));
    }

    @Test
    void finish_bodyWithinTheCap_isComplete() {
        CapturedBody body = capture(JSON, null, bytes("{\"a\":1}"));
        assertEquals(Kind.BYTES, body.kind());
        assertTrue(body.complete());
        assertEquals(7, body.total());
    }

    @Test
    void finish_bodyOverTheCap_holdsTheCapOnly() {
        CapturedBody body = capture(JSON, null, new byte[100_000], 1000);
        assertEquals(1000, body.bytes().length);
        assertEquals(100_000, body.total());
        assertFalse(body.complete());
    }

    @Test
    void finish_nothingRead_isNoneWithTheAnnouncedLength() {
        CapturedBody body = BodyCapture.open(JSON, null, 100).finish(55, false);
        assertEquals(Kind.NONE, body.kind());
        assertEquals(55, body.total());
        assertEquals("none", dataOf(body));
    }

    @Test
    void finish_readInPart_isIncompleteWithTheAnnouncedLength() {
        BodyCapture capture = BodyCapture.open(JSON, null, 100);
        capture.accept(bytes("{\"a\":1,\"b\":2"), 0, 12);
        CapturedBody body = capture.finish(55, false);
        assertFalse(body.complete());
        assertEquals("{\"a\":1,\"[truncated]\":\"12 of 55 bytes\"}", dataOf(body));
    }

    @Test
    void finish_readToTheAnnouncedLengthWithoutEnd_isComplete() {
        BodyCapture capture = BodyCapture.open(JSON, null, 100);
        for (byte b : bytes("{\"a\":1}")) {
            capture.accept(b & 0xFF);
        }
        capture.accept(-1);
        assertTrue(capture.finish(7, false).complete());
    }

    @Test
    void accept_wrongOffsets_throwsNothing() {
        BodyCapture capture = BodyCapture.open(MULTIPART, null, -5);
        capture.accept(new byte[3], -1, 9);
        capture.accept(new byte[3], 5, 1);
        capture.accept(new byte[3], 1, -1);
        assertEquals(3, capture.finish(-1, true).total());
    }

    @Test
    void multipart_fieldsAndFile_becomeOneObjectWithoutContent() throws Exception {
        AuditEvent event = redact(anEvent(), capture(MULTIPART, null, bytes(FORM)));
        byte[] content = bytes("FILE\r\n-CANARY\r\n--\r\n--x");
        String sha =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        assertEquals(
                "{\"customer\":\"acme\",\"password\":\"[redacted]\",\"file\":{\"fileName\":\"n.txt\","
                        + "\"contentType\":\"text/plain\",\"size\":22,\"sha256\":\"" + sha + "\"},"
                        + "\"note\":\"card [redacted]\"}",
                data(event));
        assertFalse(RedactionFixture.texts(event).contains("CANARY"));
    }

    @Test
    void multipart_splitAtEachPlace_isReadTheSame() {
        byte[] whole = bytes(FORM);
        String expected = dataOf(capture(MULTIPART, null, whole));
        for (int at = 1; at < whole.length; at++) {
            BodyCapture capture = BodyCapture.open(MULTIPART, null, 64 * 1024);
            capture.accept(whole, 0, at);
            capture.accept(whole, at, whole.length - at);
            assertEquals(expected, dataOf(capture.finish(-1, true)));
        }
    }

    @Test
    void json_splitAtEachPlace_isReadTheSame() {
        byte[] whole = bytes("{\"a\":\"\uD83D\uDE00\",\"password\":\"CANARY\"}");
        for (int at = 1; at < whole.length; at++) {
            BodyCapture capture = BodyCapture.open(JSON, null, 64 * 1024);
            capture.accept(whole, 0, at);
            capture.accept(whole, at, whole.length - at);
            assertArrayEquals(whole, capture.finish(-1, true).bytes());
        }
    }

    @Test
    void multipart_eachStart_neverShowsASecret() {
        byte[] whole = bytes(FORM);
        for (int length = 1; length < whole.length; length++) {
            for (boolean atEnd : new boolean[] {true, false}) {
                BodyCapture capture = BodyCapture.open(MULTIPART, null, 64 * 1024);
                capture.accept(whole, 0, length);
                String data = dataOf(capture.finish(-1, atEnd));
                json(data);
                assertFalse(data.contains("CANARY") || data.contains("4111"), data);
                assertTrue(!atEnd || data.equals("\"[unparsable]\"") || data.contains("\"note\""), data);
            }
        }
    }

    @Test
    void multipart_fieldOverTheCap_isNotKeptInPart() {
        String data = dataOf(capture(MULTIPART, null, bytes(FORM), 12));
        assertTrue(data.contains("\"customer\":\"acme\""), data);
        assertTrue(data.contains("\"note\":\"[truncated] 21 bytes\""), data);
    }

    @Test
    void multipart_fileOf8MiB_isOnlyCountedAndDigested() throws Exception {
        byte[] chunk = new byte[1 << 20];
        new Random(1).nextBytes(chunk);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        BodyCapture capture = BodyCapture.open(MULTIPART, null, 64);
        byte[] head = bytes("--b\r\nContent-Disposition: form-data; name=f; filename=x\r\n\r\n");
        capture.accept(head, 0, head.length);
        for (int i = 0; i < 8; i++) {
            capture.accept(chunk, 0, chunk.length);
            digest.update(chunk);
        }
        byte[] tail = bytes("\r\n--b--");
        capture.accept(tail, 0, tail.length);
        CapturedBody.Part part = capture.finish(-1, true).parts().get(0);
        assertEquals(8L << 20, part.size());
        assertEquals(HexFormat.of().formatHex(digest.digest()), part.sha256());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CANARY",
                "--b\r\nCANARY",
                "--bCANARY\r\n\r\nx\r\n--b--",
                "--b\nContent-Disposition: form-data; name=\"a\"\n\nCANARY\n--b--",
                "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nCANARY",
                "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nCANARY\r\n--b",
                "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nCANARY\r\n--b-x\r\n"
            })
    void multipart_malformed_isMarkedOnly(String body) {
        assertEquals("\"[unparsable]\"", dataOf(capture(MULTIPART, null, bytes(body))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: text/plain\r\n\r\nCANARY",
                "Content-Disposition: form-data\r\n\r\nCANARY",
                "Content-Disposition: form-data; filename=\r\n\r\nCANARY",
                "Content-Disposition: form-data; name=a\r\nContent-Transfer-Encoding: base64\r\n\r\nCANARY",
                "Content-Disposition: form-data; name=\"a\"; filename*=UTF-8''x%2Fy.txt\r\n\r\nCANARY",
                "Content-Disposition: form-data; name=\"p\\\"assword\"; filename=\"pin\"\r\n\r\nCANARY",
                "Content-Disposition: form-data;\r\n name=\"password\"\r\n\r\nCANARY",
                "Content-Disposition: form-data; name=\"a\"\r\nContent-Type: application/json\r\n\r\n{\"pin\":\"CANARY\"}"
            })
    void multipart_oddPart_neverShowsItsContent(String part) {
        String data = dataOf(capture(MULTIPART, null, bytes("--b\r\n" + part + "\r\n--b--\r\n")));
        assertFalse(data.contains("CANARY"), data);
        assertFalse(data.equals("\"[unparsable]\""), data);
    }

    @Test
    void multipart_tooManyParts_isCut() {
        String part = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n";
        CapturedBody body = capture(MULTIPART, null, bytes(part.repeat(1000) + "--b--"));
        assertEquals(256, body.parts().size());
        assertFalse(body.complete());
    }
}
