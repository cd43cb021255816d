package dev.auditlog.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class VisibleTest {

    private static final String OVERRIDE = Character.toString(0x202E);
    private static final String TAG = Character.toString(0xE0041);

    @Test
    void of_directionMarks_namesThem() {
        assertEquals("pay⟨U+202E⟩lap", Visible.of("pay" + OVERRIDE + "lap"));
        assertEquals("⟨U+2066⟩a⟨U+2069⟩⟨U+200B⟩", Visible.of("\u2066a\u2069\u200B"));
    }

    @Test
    void of_controlCharacters_namesThem() {
        assertEquals("a⟨U+0000⟩⟨U+000A⟩⟨U+001B⟩[31m⟨U+007F⟩", Visible.of("a\0\n\u001B[31m\u007F"));
    }

    @Test
    void of_halfACharacter_namesIt() {
        assertEquals("⟨U+D800⟩x", Visible.of("\uD800x"));
    }

    @Test
    void of_ordinaryText_leavesItAlone() {
        String text = "Åse Łuk 山田 می‌خواهم 👩‍💻 <b>&\"'";
        assertEquals(text, Visible.of(text));
    }

    @Test
    void of_null_isEmpty() {
        assertEquals("", Visible.of(null));
    }

    @Test
    void lines_ofSeveralLines_keepsThem() {
        assertEquals("a\nb⟨U+000D⟩", Visible.lines("a\nb\r"));
    }

    @Test
    void escaped_hiddenCharacters_becomeJsonEscapes() {
        assertEquals("{\n\"a\\u202e\\udb40\\udc41\": 1}", Visible.escaped("{\n\"a" + OVERRIDE + TAG + "\": 1}"));
    }
}
