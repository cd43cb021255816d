package dev.auditlog.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DivisionTest {

    private static final Instant END = Instant.parse("2026-11-24T10:07:31.123456Z");

    private static Scale scale(Instant from, Instant to, Division division) {
        return Scale.of(new TimeRange(from, to), division);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0.000001S, 1 MICROS, 1",
        "PT0.001S, 20 MICROS, 51",
        "PT1S, 20 MILLIS, 51",
        "PT30S, 500 MILLIS, 61",
        "PT1M, 1 SECONDS, 61",
        "PT5M, 5 SECONDS, 61",
        "PT15M, 15 SECONDS, 61",
        "PT1H, 1 MINUTES, 61",
        "PT6H, 5 MINUTES, 73",
        "PT24H, 30 MINUTES, 49",
        "P2D, 1 HOURS, 49",
        "P7D, 3 HOURS, 57",
        "P14D, 6 HOURS, 57",
        "P30D, 12 HOURS, 61",
        "P45D, 1 DAYS, 46",
        "P90D, 1 DAYS, 91",
        "P180D, 1 WEEKS, 27",
        "P365D, 1 WEEKS, 53",
        "P1826D, 1 MONTHS, 61",
        "P3652D, 3 MONTHS, 41",
        "P20000D, 1 YEARS, 55"
    })
    void parts_aboutSixty_areOfTheNearestWidth(Duration length, String width, int parts) {
        Scale scale = scale(END.minus(length), END, Division.about(60, ZoneId.of("Europe/Berlin")));
        assertEquals(width, scale.width().amount() + " " + scale.width().unit().name());
        assertEquals(parts, scale.buckets());
    }

    @Test
    void parts_atMostSo_areNeverMore() {
        for (int most : new int[] {1, 2, 3, 7, 60, 1_000}) {
            for (long micros = 1; micros < 3e14; micros *= 7) {
                Scale scale = scale(END.minus(micros, ChronoUnit.MICROS), END, Division.atMost(most, ZoneOffset.UTC));
                assertTrue(scale.buckets() >= 1 && scale.buckets() <= most, scale.buckets() + " of " + most);
                assertTrue(scale.borders().get(0) <= scale.from(), "the first border");
                assertTrue(scale.borders().get(scale.buckets()) >= scale.to(), "the last border");
            }
        }
        Instant epoch = Instant.EPOCH;
        Instant last = Instant.parse("9999-12-31T23:59:59.999999Z");
        assertEquals(9, scale(epoch, last, Division.atMost(10, ZoneOffset.UTC)).buckets());
        assertEquals(
                List.of(EventSql.micros(epoch), EventSql.micros(last)),
                scale(epoch, last, Division.atMost(1, ZoneOffset.UTC)).borders(),
                "no millennium holds it");
    }

    @Test
    void parts_cutByTheRange_sayWhatTheyAreOf() {
        Instant from = Instant.parse("2026-11-24T10:10:00Z");
        Scale scale = scale(from, from.plus(Duration.ofMinutes(100)), Division.atMost(3, ZoneOffset.UTC));
        List<Histogram.Bucket> parts =
                scale.histogram(scale.empty(), from, true).buckets();
        assertEquals(
                List.of(true, true), parts.stream().map(Histogram.Bucket::isCut).toList());
        assertEquals(from, parts.get(0).from());
        assertEquals(Instant.parse("2026-11-24T10:00:00Z"), parts.get(0).whole().from());
        assertEquals(Instant.parse("2026-11-24T11:00:00Z"), parts.get(0).to());
        assertEquals(Instant.parse("2026-11-24T11:50:00Z"), parts.get(1).to());
        assertEquals(Instant.parse("2026-11-24T12:00:00Z"), parts.get(1).whole().to());
    }

    @Test
    void parts_onTheEndsOfTheRange_areWhole() {
        Instant from = Instant.parse("2026-11-24T00:00:00Z");
        Scale scale = scale(from, from.plus(Duration.ofDays(1)), Division.atMost(24, ZoneOffset.UTC));
        assertEquals(24, scale.buckets());
        assertTrue(scale.histogram(scale.empty(), from, true).buckets().stream().noneMatch(Histogram.Bucket::isCut));
    }

    @Test
    void runs_areAsFewAsTheClockIsSet() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Instant from = Instant.parse("2026-03-20T23:00:00Z");
        Scale days = scale(from, from.plus(Duration.ofDays(20)), Division.atMost(21, berlin));
        assertEquals(new BarWidth(1, ChronoUnit.DAYS), days.width());
        assertEquals(3, days.runs(days.from(), days.to()).size(), "before, the day of 23 hours, after");
        assertEquals(1, days.runs(days.from(), days.from() + 1).size());
        Scale hours = scale(from, from.plus(Duration.ofDays(20)), Division.atMost(500, berlin));
        assertEquals(new BarWidth(1, ChronoUnit.HOURS), hours.width());
        assertEquals(1, hours.runs(hours.from(), hours.to()).size());
    }

    @Test
    void numbers_outOfBounds_areRefused() {
        assertThrows(IllegalArgumentException.class, () -> Division.atMost(0, ZoneOffset.UTC));
        assertThrows(IllegalArgumentException.class, () -> Division.atMost(Division.MAX + 1, ZoneOffset.UTC));
        assertThrows(IllegalArgumentException.class, () -> new Division(ZoneOffset.UTC, 3, 2));
    }
}
