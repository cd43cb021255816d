package dev.auditlog.web.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PrettyJsonTest {

    @Test
    void pieces_ofAnObject_areOneMemberALine_withMaskedValuesApart() {
        List<Piece> pieces = PrettyJson.pieces(
                "{\"a\":[1,{\"x/y\":\"[redacted]\"}],\"b\":\"[redacted]\",\"c\":{}}", List.of("/a/1/x~1y", "query:t"));
        assertEquals(
                List.of(
                        new Piece("{\n  \"a\": [\n    1,\n    {\n      \"x/y\": ", false),
                        new Piece("\"[redacted]\"", true),
                        new Piece("\n    }\n  ],\n  \"b\": \"[redacted]\",\n  \"c\": {}\n}", false)),
                pieces);
    }

    @Test
    void text_ofHiddenCharacters_hasEscapes_andIsTheSameValue() {
        assertEquals(
                "\"a\\u202eb\\u0000\"",
                PrettyJson.text(PrettyJson.pieces("\"a\u202eb\\u0000\"", List.of()))
                        .toLowerCase());
    }

    @Test
    void text_thatIsNoJson_isShownAsItIs_withHiddenCharactersVisible() {
        assertEquals(List.of(new Piece("not {json ⟨U+202E⟩", false)), PrettyJson.pieces("not {json \u202e", List.of()));
    }

    @Test
    void sortedLines_ofEqualValues_areEqual() {
        assertEquals(
                List.of("{", "  \"a\": 1,", "  \"b\": [", "    true,", "    null", "  ]", "}"),
                PrettyJson.sortedLines("{\"b\":[true,null],\"a\":1}"));
        assertEquals(
                PrettyJson.sortedLines("{\"a\":{\"d\":1,\"c\":2}}"),
                PrettyJson.sortedLines("{\"a\":{\"c\":2,\"d\":1}}"));
        assertEquals(List.of(), PrettyJson.sortedLines(""));
    }
}
