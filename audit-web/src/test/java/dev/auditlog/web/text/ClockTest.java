package dev.auditlog.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ClockTest {

    private static final Instant EVENT = Instant.parse("2026-11-24T23:14:07.482913Z");
    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

    @Test
    void of_thisYear_leavesTheYearOut() {
        Clock clock = Clock.of(EVENT, ZoneOffset.UTC, Locale.ENGLISH, NOW);
        assertEquals(new Clock("24 Nov", "23:14:07", ".482", "913", "2026-11-24T23:14:07.482913Z", false), clock);
        assertEquals("24 Nov 23:14", clock.minute());
    }

    @Test
    void of_anotherZone_showsItsTime() {
        Clock clock = Clock.of(EVENT, ZoneId.of("Europe/Berlin"), Locale.ENGLISH, NOW);
        assertEquals("25 Nov 00:14:07.482", clock.text());
    }

    @Test
    void of_anotherYear_saysIt() {
        Clock clock = Clock.of(EVENT, ZoneOffset.UTC, Locale.ENGLISH, Instant.parse("2027-01-01T00:00:00Z"));
        assertEquals("24 Nov 2026 true", clock.date() + " " + clock.dated());
    }

    @Test
    void of_inGerman_givesTheDayItsPoint() {
        Instant july = Instant.parse("2026-07-29T10:27:29.820733Z");
        assertEquals(
                "29. Juli", Clock.of(july, ZoneOffset.UTC, Locale.GERMAN, NOW).date());
        assertEquals(
                "24. Nov. 2026",
                Clock.of(EVENT, ZoneOffset.UTC, Locale.GERMAN, Instant.EPOCH).date());
    }
}
