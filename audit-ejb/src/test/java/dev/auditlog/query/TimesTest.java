package dev.auditlog.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00.123456789Z");

    @ParameterizedTest
    @CsvSource({
        "now, 2026-11-24T12:00:00.123456Z",
        "-15m, 2026-11-24T11:45:00.123456Z",
        "-30d, 2026-10-25T12:00:00.123456Z",
        "-1h, 2026-11-24T11:00:00.123456Z",
        "-2W, 2026-11-10T12:00:00.123456Z",
        "-90s, 2026-11-24T11:58:30.123456Z",
        "2026-11-24T21:59:05.123456Z, 2026-11-24T21:59:05.123456Z",
        "2026-11-24T21:59:05+01:00, 2026-11-24T20:59:05Z",
        "2026-11-24T21:59:05-01:00, 2026-11-24T22:59:05Z",
        "2026-11-24, 2026-11-24T00:00:00Z",
        "2026-11-24T21:59, 2026-11-24T21:59:00Z",
        "2026-11-24t21:59:07z, 2026-11-24T21:59:07Z"
    })
    void parse_time_isReadAsUtc(String text, Instant expected) {
        assertEquals(expected, Times.parse(text, NOW));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "-m",
                "-15",
                "15m",
                "+15m",
                "--1m",
                "-1y",
                "-9999999999d",
                "-999999999d",
                "yesterday",
                "2026-13-01",
                "2026-11-24 10:00",
                "24.11.2026",
                "1969-12-31",
                "+10000-01-01T00:00:00Z",
                "1732482000"
            })
    void parse_noTime_namesWhatIsAllowed(String text) {
        var thrown = assertThrows(QuerySyntaxException.class, () -> Times.parse(text, NOW));
        assertEquals("AUD-0510", thrown.code());
        assertEquals(text, thrown.term());
        assertTrue(thrown.getMessage().contains("2026-11-24T21:59:05Z"), thrown.getMessage());
    }

    @Test
    void range_notGiven_isTheLast24Hours() {
        TimeRange range = TimeRange.parse(null, " ", NOW);
        assertEquals(NOW, range.to());
        assertEquals(NOW.minusSeconds(86_400), range.from());
    }

    @Test
    void range_onlyTo_begins24HoursBefore() {
        TimeRange range = TimeRange.parse(null, "2026-11-20", NOW);
        assertEquals(Instant.parse("2026-11-19T00:00:00Z"), range.from());
    }

    @Test
    void range_fromNotBeforeTo_isRefused() {
        var thrown = assertThrows(QuerySyntaxException.class, () -> TimeRange.parse("-1h", "-1h", NOW));
        assertEquals("AUD-0511", thrown.code());
    }
}
