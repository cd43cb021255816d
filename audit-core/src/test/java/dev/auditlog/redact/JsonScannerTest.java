package dev.auditlog.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.redact.JsonScanner.End;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonScannerTest {

    private static final String DOCUMENT =
            "{\"a\":[1,-2.50e+3,true,null,{}],\"b\":\"x\\u00e9\\n\\\"\\\\/\",\"c\":{\"d\":[],\"e\":0}, \"f\" : false }";

    private static DataTree tree() {
        Findings findings = new Findings();
        SecretNames names = SecretNames.standard();
        return new DataTree(names, findings, new Leaves(names, findings), false);
    }

    private static String written(DataTree tree) {
        return JsonOut.write(tree.root(), new Findings(), 1 << 20);
    }

    private static End end(String text) {
        return JsonScanner.scan(text, false, tree());
    }

    @Test
    void scan_document_isWrittenAsTheSameValue() {
        DataTree tree = tree();
        assertEquals(End.WHOLE, JsonScanner.scan(DOCUMENT, false, tree));
        assertEquals(RedactionFixture.json(DOCUMENT), RedactionFixture.json(written(tree)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{,}",
                "[1,]",
                "{\"a\":1,}",
                "{\"a\" 1}",
                "{a:1}",
                "{'a':1}",
                "[1 2]",
                "nul",
                "nulL",
                "NaN",
                "-",
                "+1",
                "01",
                "1.",
                ".5",
                "1e",
                "1e+",
                "\"\u0001\"",
                "\"\\x\"",
                "\"\\u12G4\"",
                "[1]]",
                "{}{}",
                "[1] x",
                "/*c*/1",
                "1//x",
                "[\"a\"\"b\"]",
                "}",
                "]",
                ",",
                ":",
                "{\"a\":}",
                "[,1]",
                "Infinity",
                "0x10",
                "\u00A01",
                "tru e"
            })
    void scan_noJson_isNotWhole(String text) {
        assertNotEquals(End.WHOLE, end(text));
    }

    @Test
    void scan_eachStart_isCutAndCanBeClosed() {
        for (int length = 1; length < DOCUMENT.length(); length++) {
            DataTree tree = tree();
            assertEquals(End.CUT, JsonScanner.scan(DOCUMENT.substring(0, length), true, tree));
            Findings findings = new Findings();
            RedactionFixture.json(JsonOut.write(tree.cut("n"), findings, 1 << 20));
        }
    }

    @Test
    void scan_cutInNumber_leavesItOut() {
        DataTree tree = tree();
        assertEquals(End.CUT, JsonScanner.scan("{\"a\":1,\"b\":12", true, tree));
        assertEquals("{\"a\":1,\"[truncated]\":\"n\"}", JsonOut.write(tree.cut("n"), new Findings(), 100));
    }

    @Test
    void scan_millionArrays_neitherOverflowsNorBuilds() {
        DataTree tree = tree();
        assertEquals(End.CUT, JsonScanner.scan("[".repeat(1_000_000), false, tree));
        assertEquals(End.WHOLE, end("[".repeat(100_000) + "]".repeat(100_000)));
    }

    @Test
    void scan_mutations_agreesWithParsson() {
        Random random = new Random(42);
        for (int i = 0; i < 20_000; i++) {
            String text = mutated(DOCUMENT, random);
            DataTree tree = tree();
            boolean whole = JsonScanner.scan(text, false, tree) == End.WHOLE;
            JsonValue parsed = parsson(text);
            assertEquals(parsed != null, whole, text);
            if (whole && !text.contains("\\u") && !text.matches("(?s).*([0-9.]{14,}|[eE][+-]?[0-9]{2,}).*")) {
                assertEquals(parsed, RedactionFixture.json(written(tree)), text);
            }
        }
    }

    private static String mutated(String text, Random random) {
        StringBuilder mutated = new StringBuilder(text);
        for (int n = random.nextInt(3); n >= 0; n--) {
            int at = random.nextInt(mutated.length());
            char c = "{}[]:,\"\\0123456789.-+eEtrufalsn \n\tx".charAt(random.nextInt(35));
            switch (random.nextInt(3)) {
                case 0 -> mutated.setCharAt(at, c);
                case 1 -> mutated.insert(at, c);
                default -> mutated.deleteCharAt(at);
            }
        }
        return mutated.toString();
    }

    private static JsonValue parsson(String text) {
        // In an array, since Parsson's reader does not look behind the end of a value.
        try (JsonReader reader = Json.createReader(new StringReader("[" + text + "]"))) {
            JsonArray values = reader.readArray();
            return values.size() == 1 ? values.get(0) : null;
        } catch (JsonException | IllegalStateException | NumberFormatException broken) {
            return null;
        }
    }

    @Test
    void write_numbersThatADoubleCannotHold_becomeStrings() {
        DataTree tree = tree();
        String text = "[1e999999,123456789012345678901234567890,0.1,-5,1E2,12345678901234567]";
        assertEquals(End.WHOLE, JsonScanner.scan(text, false, tree));
        assertEquals(
                "[\"1e999999\",\"123456789012345678901234567890\",0.1,-5,1E2,\"12345678901234567\"]", written(tree));
    }

    @Test
    void write_overTheLimit_saysSoAndStaysJson() {
        DataTree tree = tree();
        JsonScanner.scan(
                "{\"a\":[" + "\"0123456789\",".repeat(100) + "1],\"b\":\"" + "x".repeat(500) + "\"}", false, tree);
        for (int limit : List.of(0, 10, 50, 300, 1300)) {
            Findings findings = new Findings();
            String written = JsonOut.write(tree.root(), findings, limit);
            RedactionFixture.json(written);
            assertTrue(written.contains("[truncated]"), written);
            assertTrue(findings.isTruncated(), written);
            assertTrue(written.length() <= limit + 128, written);
        }
    }
}
