package dev.auditlog.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class AmountsTest {

    @Test
    void duration_takesTheUnitThatReadsWell() {
        assertEquals("640 µs", Amounts.duration(640, Locale.ENGLISH));
        assertEquals("3.2 ms", Amounts.duration(3_240, Locale.ENGLISH));
        assertEquals("1,50 s", Amounts.duration(1_500_000, Locale.GERMAN));
    }

    @Test
    void size_takesTheUnitThatReadsWell() {
        assertEquals("512 B", Amounts.size(512, Locale.ENGLISH));
        assertEquals("1.5 KiB", Amounts.size(1_536, Locale.ENGLISH));
        assertEquals("2.0 MiB", Amounts.size(2_097_152, Locale.ENGLISH));
    }
}
