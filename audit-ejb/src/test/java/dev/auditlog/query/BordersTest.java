package dev.auditlog.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BordersTest {

    /** Worked out from what is published of each zone. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # days: 23 and 25 hours
                    Europe/Berlin | 1 DAYS | 2026-03-28T12:00Z | PT48H | 28T00:00+01 29T00:00+01 30T00:00+02 31T00:00+02
                    Europe/Berlin | 1 DAYS | 2026-10-24T22:00Z | PT49H | 25T00:00+02 26T00:00+01 27T00:00+01
                    America/New_York | 1 DAYS | 2026-03-08T05:00Z | PT23H | 08T00:00-05 09T00:00-04
                    America/New_York | 1 DAYS | 2026-11-01T04:00Z | PT25H | 01T00:00-04 02T00:00-05
                    # no midnight, two midnights, 23:01 after 00:01, no 30 December at all
                    America/Sao_Paulo | 1 DAYS | 2018-11-03T12:00Z | PT24H | 03T00:00-03 04T01:00-02 05T00:00-02
                    America/Sao_Paulo | 1 DAYS | 2018-02-17T02:00Z | PT25H | 17T00:00-02 18T00:00-03
                    America/Havana | 1 DAYS | 2026-11-01T04:00Z | PT25H | 01T00:00-04 02T00:00-05
                    America/St_Johns | 1 DAYS | 2010-11-07T02:45Z | PT24H45M | 07T00:00-0230 08T00:00-0330
                    Pacific/Apia | 1 DAYS | 2011-12-29T10:00Z | PT48H | 29T00:00-10 31T00:00+14 01T00:00+14
                    Asia/Kolkata | 1 DAYS | 2026-11-24T10:00Z | PT8H30M | 24T00:00+0530 25T00:00+0530
                    # hours: none that is skipped, and one that comes twice
                    Europe/Berlin | 1 HOURS | 2026-03-29T00:00Z | PT2H | 29T01:00+01 29T03:00+02 29T04:00+02
                    Europe/Berlin | 1 HOURS | 2026-10-25T00:00Z | PT2H | 25T02:00+02 25T02:00+01 25T03:00+01
                    Europe/Berlin | 3 HOURS | 2026-03-28T23:00Z | PT5H | 29T00:00+01 29T03:00+02 29T06:00+02
                    Europe/Berlin | 3 HOURS | 2026-10-24T22:00Z | PT7H | 25T00:00+02 25T03:00+01 25T06:00+01
                    Europe/Berlin | 2 HOURS | 2026-10-24T22:00Z | PT5H | 25T00:00+02 25T02:00+02 25T04:00+01
                    Europe/Berlin | 2 HOURS | 2026-10-25T01:30Z | PT30M | 25T02:00+02 25T04:00+01
                    Europe/Berlin | 2 HOURS | 2026-03-28T23:00Z | PT3H | 29T00:00+01 29T03:00+02 29T04:00+02
                    Europe/Berlin | 12 HOURS | 2026-03-28T23:00Z | PT23H | 29T00:00+01 29T12:00+02 30T00:00+02
                    Asia/Kolkata | 1 HOURS | 2026-11-24T10:00Z | PT1H | 24T15:00+0530 24T16:00+0530 24T17:00+0530
                    Asia/Kathmandu | 30 MINUTES | 2026-11-24T10:00Z | PT30M | 24T15:30+0545 24T16:00+0545 24T16:30+0545
                    # clocks that are set by half an hour
                    Australia/Lord_Howe | 1 HOURS | 2026-04-04T14:00Z | PT2H30M | 05T01:00+11 05T01:30+1030 05T02:00+1030 05T03:00+1030
                    Australia/Lord_Howe | 1 HOURS | 2026-04-04T15:15Z | PT15M | 05T01:30+1030 05T02:00+1030
                    Australia/Lord_Howe | 1 HOURS | 2026-10-03T15:45Z | PT15M | 04T02:30+11 04T03:00+11
                    Australia/Lord_Howe | 30 MINUTES | 2026-04-04T14:30Z | PT1H | 05T01:30+11 05T01:30+1030 05T02:00+1030
                    """)
    void borders_whereClocksAreSet_areThoseOfTheZone(
            String zone, String width, String from, String length, String all) {
        Instant start = OffsetDateTime.parse(from).toInstant();
        assertEquals(all, borders(zone, width, start, start.plus(Duration.parse(length)), "dd'T'HH:mmX"));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 1 WEEKS, 2026-03-25T01:00, 2026-03-30T02:00, 2026-03-23 2026-03-30 2026-04-06",
        "UTC, 1 WEEKS, 1970-01-01T00:00, 1970-01-02T00:00, 1969-12-29 1970-01-05",
        "UTC, 1 DAYS, 2028-02-28T00:00, 2028-03-01T00:00, 2028-02-28 2028-02-29 2028-03-01",
        "UTC, 1 DAYS, 2027-02-28T00:00, 2027-03-01T00:00, 2027-02-28 2027-03-01",
        "UTC, 1 DAYS, 2026-11-24T10:00, 2026-11-24T11:00, 2026-11-24 2026-11-25",
        "UTC, 1 MONTHS, 2028-02-29T23:59:59, 2028-04-01T00:00, 2028-02-01 2028-03-01 2028-04-01",
        "Europe/Berlin, 1 MONTHS, 2026-03-15T01:00, 2026-04-15T02:00, 2026-03-01 2026-04-01 2026-05-01",
        "Europe/Berlin, 3 MONTHS, 2026-09-30T23:00, 2026-10-01T01:00, 2026-07-01 2026-10-01 2027-01-01",
        "UTC, 1 YEARS, 2027-12-31T00:00, 2028-01-01T00:00:01, 2027-01-01 2028-01-01 2029-01-01",
        "Europe/Berlin, 1 YEARS, 1970-01-01T01:00, 1970-01-02T01:00, 1970-01-01 1971-01-01",
        "UTC, 10 YEARS, 2026-01-01T00:00, 2036-01-01T00:00, 2020-01-01 2030-01-01 2040-01-01"
    })
    void borders_ofDaysAndMore_areMidnightsOfTheZone(String zone, String width, String from, String to, String all) {
        ZoneId id = ZoneId.of(zone);
        Instant start = LocalDateTime.parse(from).atZone(id).toInstant();
        Instant end = LocalDateTime.parse(to).atZone(id).toInstant();
        String midnights = all.replace(" ", " 00:00 ") + " 00:00";
        assertEquals(midnights, borders(zone, width, start, end, "uuuu-MM-dd HH:mm"));
    }

    @ParameterizedTest
    @CsvSource({
        "15 SECONDS, 44.999999, 45.000001, 30.000000 45.000000 60.000000",
        "2 SECONDS, 44, 46, 44.000000 46.000000",
        "200 MILLIS, 44.3, 44.4, 44.200000 44.400000",
        "500 MICROS, 44.0001, 44.001, 44.000000 44.000500 44.001000",
        "1 MICROS, 44, 44.000001, 44.000000 44.000001"
    })
    void borders_ofSeconds_areMultiples(String width, String from, String to, String all) {
        String minute = "2026-11-24T10:07:";
        String found = borders(
                "UTC", width, Instant.parse(minute + from + "Z"), Instant.parse(minute + to + "Z"), "ss.SSSSSS");
        assertEquals(all.replace("60.", "00."), found);
    }

    private static String borders(String zone, String width, Instant from, Instant to, String pattern) {
        ZoneId id = ZoneId.of(zone);
        DateTimeFormatter shown = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
        return Borders.around(new TimeRange(from, to), width(width), id).stream()
                .map(border -> shown.format(border.atZone(id)))
                .collect(Collectors.joining(" "));
    }

    private static BarWidth width(String text) {
        String[] parts = text.split(" ");
        return new BarWidth(Integer.parseInt(parts[0]), ChronoUnit.valueOf(parts[1]));
    }

    @Test
    void borders_ofAnEmptyTime_areThoseOfItsPart() {
        long border = EventSql.micros(Instant.parse("2026-11-24T10:00:00Z"));
        BarWidth minute = new BarWidth(1, ChronoUnit.MINUTES);
        assertEquals(List.of(border, border + 60_000_000L), Borders.around(border, border, minute, ZoneId.of("UTC")));
        assertEquals(
                List.of(border, border + 60_000_000L),
                Borders.around(border + 30_000_000L, border + 30_000_000L, minute, ZoneId.of("UTC")));
    }

    /** Each beginning in some days around changes of the clock: the part that holds it begins at or before it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Berlin 2026-03-28T12:00:00Z",
                "Europe/Berlin 2026-10-24T12:00:00Z",
                "America/St_Johns 2010-11-06T12:00:00Z",
                "America/Sao_Paulo 2018-11-03T12:00:00Z",
                "Australia/Lord_Howe 2026-04-04T00:00:00Z",
                "Pacific/Apia 2011-12-29T00:00:00Z",
                "Africa/Monrovia 1972-01-06T12:00:00Z"
            })
    void borders_whereverARangeBegins_holdItAndAreTheSame(String text) {
        ZoneId zone = ZoneId.of(text.split(" ")[0]);
        Instant start = Instant.parse(text.split(" ")[1]);
        Instant end = start.plus(3, ChronoUnit.DAYS);
        for (BarWidth width : BarWidth.LADDER) {
            if (width.about().toMinutes() >= 15 && width.about().toDays() < 1_000) {
                List<Instant> all = Borders.around(new TimeRange(start, end), width, zone);
                for (Instant from = start; from.isBefore(end); from = from.plus(11, ChronoUnit.MINUTES)) {
                    List<Instant> some = Borders.around(new TimeRange(from, end), width, zone);
                    assertTrue(!some.get(0).isAfter(from) && some.get(1).isAfter(from), width + " from " + from);
                    assertEquals(all.subList(all.size() - some.size(), all.size()), some, width + " from " + from);
                }
            }
        }
    }
}
