package dev.auditlog.web.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.query.BarWidth;
import dev.auditlog.query.Borders;
import dev.auditlog.query.EventQuery;
import dev.auditlog.query.Histogram;
import dev.auditlog.query.Histogram.Bucket;
import dev.auditlog.query.TimeRange;
import dev.auditlog.web.text.Texts;
import dev.auditlog.web.text.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeBarsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:07:31.123456Z");

    private static Words words(Locale language, String zone) {
        return new Words(new Texts(language), ZoneId.of(zone), NOW);
    }

    private static Histogram histogram(String from, String to, int amount, ChronoUnit unit, String zone) {
        Instant start = Instant.parse(from);
        Instant end = Instant.parse(to);
        BarWidth width = new BarWidth(amount, unit);
        List<Instant> borders = Borders.around(new TimeRange(start, end), width, ZoneId.of(zone));
        List<Bucket> buckets = new ArrayList<>();
        for (int i = 1; i < borders.size(); i++) {
            Instant begin = borders.get(i - 1);
            Instant border = borders.get(i);
            buckets.add(new Bucket(
                    begin.isBefore(start) ? start : begin,
                    border.isAfter(end) ? end : border,
                    new TimeRange(begin, border),
                    Map.of()));
        }
        return new Histogram(width, buckets, start, true);
    }

    private static List<TimeBars.Bar> bars(Histogram histogram, Words words) {
        Filters links = new Filters(EventQuery.all(), new EventsLink("", "", "", "", ""));
        return TimeBars.of(histogram, links, words).bars();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2026-03-28T23:00:00Z     | 2026-03-29T22:00:00Z     | 1 DAYS    | 29 Mar 00:00 – 30 Mar 00:00
                    2026-10-25T00:00:00Z     | 2026-10-25T01:00:00Z     | 1 HOURS   | 25 Oct 02:00 (+02:00) – 25 Oct 02:00 (+01:00)
                    2025-10-25T08:00:00Z     | 2025-10-25T09:00:00Z     | 1 HOURS   | 25 Oct 2025 10:00 – 25 Oct 2025 11:00
                    2026-10-25T08:00:10Z     | 2026-10-25T08:00:15Z     | 5 SECONDS | 25 Oct 09:00:10 – 25 Oct 09:00:15
                    2026-10-25T08:00:10.200Z | 2026-10-25T08:00:10.300Z | 100 MILLIS| 25 Oct 09:00:10.200 – 25 Oct 09:00:10.300
                    2026-10-25T08:00:10Z     | 2026-10-25T08:00:10.000001Z | 1 MICROS | 25 Oct 09:00:10.000000 – 25 Oct 09:00:10.000001
                    2026-11-24T09:07:31.123Z | 2026-11-24T09:30:00Z     | 30 MINUTES | 24 Nov 10:07:31 – 24 Nov 10:30:00 (part of 24 Nov 10:00 – 24 Nov 10:30)
                    2026-11-24T09:07:31.123Z | 2026-11-24T09:07:32Z     | 1 SECONDS | 24 Nov 10:07:31.123 – 24 Nov 10:07:32.000 (part of 24 Nov 10:07:31 – 24 Nov 10:07:32)
                    """)
    void bar_ofAnyWidth_saysItsTimes(String from, String to, String width, String when) {
        String[] parts = width.split(" ");
        Histogram one = histogram(from, to, Integer.parseInt(parts[0]), ChronoUnit.valueOf(parts[1]), "Europe/Berlin");
        List<TimeBars.Bar> bars = bars(one, words(Locale.ENGLISH, "Europe/Berlin"));
        assertEquals(1, bars.size());
        assertEquals(when + ": no events", bars.get(0).label());
        assertTrue(
                bars.get(0).url().endsWith("from=" + from + "&to=" + to),
                bars.get(0).url());
    }

    @Test
    void bar_thatIsCut_saysSoInGerman() {
        Histogram day = histogram("2026-11-24T09:07:31Z", "2026-11-24T23:00:00Z", 1, ChronoUnit.DAYS, "Europe/Berlin");
        assertEquals(
                "24. Nov. 10:07:31 – 25. Nov. 00:00:00 (Teil von 24. Nov. 00:00 – 25. Nov. 00:00): keine Ereignisse",
                bars(day, words(Locale.GERMAN, "Europe/Berlin")).get(0).label());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | UTC | 2026-11-23T10:07:31Z | 2026-11-24T10:07:31Z | 30 MINUTES | 12:00 15:00 18:00 21:00 24_Nov 03:00 06:00 09:00
                    en | Asia/Kolkata | 2026-11-23T10:07:31Z | 2026-11-24T10:07:31Z | 30 MINUTES | 18:00 21:00 24_Nov 03:00 06:00 09:00 12:00 15:00
                    en | UTC | 2026-11-24T09:07:31Z | 2026-11-24T10:07:31Z | 1 MINUTES | 09:10 09:20 09:30 09:40 09:50 10:00
                    en | UTC | 2026-11-24T10:06:30Z | 2026-11-24T10:07:31Z | 1 SECONDS | 10:06:30 10:06:40 10:06:50 10:07:00 10:07:10 10:07:20 10:07:30
                    de | Europe/Berlin | 2026-10-20T10:07:31Z | 2026-10-27T10:07:31Z | 3 HOURS | 21._Okt. 22._Okt. 23._Okt. 24._Okt. 25._Okt. 26._Okt. 27._Okt.
                    de | Europe/Berlin | 2026-10-20T10:07:31Z | 2026-11-02T10:07:31Z | 6 HOURS | 21._Okt. 23._Okt. 25._Okt. 27._Okt. 29._Okt. 31._Okt. 2._Nov.
                    de | Europe/Berlin | 2026-08-26T10:07:31Z | 2026-11-24T10:07:31Z | 1 DAYS | Sept._2026 Okt._2026 Nov._2026
                    en | UTC | 2025-11-24T10:07:31Z | 2026-11-24T10:07:31Z | 1 WEEKS | 1_Dec_2025 19_Jan 9_Mar 27_Apr 15_Jun 3_Aug 21_Sep 9_Nov
                    en | UTC | 2021-11-24T10:07:31Z | 2026-11-24T10:07:31Z | 1 MONTHS | 2022 2023 2024 2025 2026
                    en | UTC | 2026-11-24T10:07:31Z | 2026-11-24T10:08:30Z | 1 MINUTES | 10:08
                    """)
    void axis_ofAnyRange_hasFewRoundTimes(
            String language, String zone, String from, String to, String width, String texts) {
        String[] parts = width.split(" ");
        Histogram histogram = histogram(from, to, Integer.parseInt(parts[0]), ChronoUnit.valueOf(parts[1]), zone);
        List<TimeAxis.Tick> ticks = TimeAxis.of(histogram, words(Locale.forLanguageTag(language), zone));
        String shown = ticks.stream().map(tick -> tick.text().replace(' ', '_')).collect(Collectors.joining(" "));
        assertEquals(texts, shown);
    }

    @Test
    void axis_ticks_standWhereTheirBarsBegin() {
        Histogram histogram = histogram("2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z", 30, ChronoUnit.MINUTES, "UTC");
        List<TimeAxis.Tick> ticks = TimeAxis.of(histogram, words(Locale.ENGLISH, "UTC"));
        assertEquals(
                List.of("0.00%", "12.50%", "25.00%", "37.50%", "50.00%", "62.50%", "75.00%", "87.50%"),
                ticks.stream().map(TimeAxis.Tick::x).toList());
        assertEquals("start", ticks.get(0).anchor());
        assertEquals("middle", ticks.get(7).anchor());
    }

    @Test
    void axis_onANarrowPage_keepsTheDays() {
        Histogram histogram = histogram("2026-11-23T14:00:00Z", "2026-11-24T14:00:00Z", 30, ChronoUnit.MINUTES, "UTC");
        assertEquals(
                "18:00 24 Nov 06:00 12:00",
                TimeAxis.of(histogram, words(Locale.ENGLISH, "UTC")).stream()
                        .filter(tick -> tick.style().equals("even"))
                        .map(TimeAxis.Tick::text)
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void axis_ofABarThatIsCutAtBothEnds_hasNoTime() {
        Histogram one = histogram("2026-11-24T10:07:31Z", "2026-11-24T10:07:32Z", 1, ChronoUnit.MINUTES, "UTC");
        assertEquals(List.of(), TimeAxis.of(one, words(Locale.ENGLISH, "UTC")));
    }
}
