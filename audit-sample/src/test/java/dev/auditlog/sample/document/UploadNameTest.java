package dev.auditlog.sample.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class UploadNameTest {

    @Test
    void name_withFolders_losesThem() {
        assertEquals("a.txt", UploadName.of("C:\\x\\a.txt"));
        assertEquals("passwd", UploadName.of("../../etc/passwd"));
    }

    @Test
    void name_withControlsOrNothing_isMadePlain() {
        assertEquals("ab", UploadName.of("a\r\n\0b\ud800"));
        assertEquals("unnamed", UploadName.of(""));
        assertEquals(255, UploadName.of("x".repeat(300)).length());
    }
}
