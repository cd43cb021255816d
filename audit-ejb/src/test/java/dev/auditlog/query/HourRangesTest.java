package dev.auditlog.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.auditlog.query.HourRanges.Part;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HourRangesTest {

    private static final int EIGHT_DAYS = 192;

    private static HourRanges of(String from, String to) {
        return HourRanges.of(new TimeRange(Instant.parse(from), Instant.parse(to)));
    }

    @Test
    void parts_ofTwoDaysAndSomeMinutes_areADayAndTheHoursBesideIt() {
        HourRanges ranges = of("1970-01-01T21:30:00Z", "1970-01-03T02:00:00.000001Z");
        assertEquals(new HourRange(22, 50), ranges.hours());
        assertEquals(
                List.of(
                        new Part(Span.DAY, new HourRange(24, 48)),
                        new Part(Span.HOUR, new HourRange(22, 24)),
                        new Part(Span.HOUR, new HourRange(48, 50))),
                ranges.parts(Span.HOUR));
        assertEquals(List.of(new Part(Span.DAY, new HourRange(24, 48))), ranges.parts(Span.DAY));
    }

    @Test
    void parts_ofEightDaysThatBeginAsTheNumbersDo_areOne() {
        HourRanges ranges = of("1970-01-09T00:00:00Z", "1970-01-17T00:00:00Z");
        HourRange all = new HourRange(EIGHT_DAYS, 2 * EIGHT_DAYS);
        assertEquals(List.of(new Part(Span.DAYS, all)), ranges.parts(Span.HOUR));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-27T21:17:31Z, 2026-04-26T21:17:31Z, HOUR",
        "2026-03-27T21:17:31Z, 2026-04-26T21:17:31Z, DAY",
        "2026-03-27T00:00:00Z, 2026-03-28T23:59:59Z, HOUR",
        "2026-03-27T00:10:00Z, 2026-03-27T00:50:00Z, HOUR",
        "1970-01-01T00:00:00Z, 9999-01-01T00:00:00Z, HOUR",
        "1969-12-20T00:00:00Z, 1970-01-20T05:00:00Z, HOUR",
    })
    void parts_ofAnyRange_areEachHourOnceInWholeNumbers(String from, String to, Span finest) {
        HourRanges ranges = of(from, to);
        List<Part> parts = ranges.parts(finest);
        parts.forEach(part -> assertEquals(part.hours(), part.span().whole(part.hours())));
        List<HourRange> inOrder = parts.stream()
                .map(Part::hours)
                .sorted((one, other) -> Integer.compare(one.from(), other.from()))
                .toList();
        IntStream.range(1, inOrder.size())
                .forEach(i ->
                        assertEquals(inOrder.get(i - 1).to(), inOrder.get(i).from()));
        HourRange whole = ranges.whole(finest);
        if (!whole.isEmpty()) {
            assertEquals(whole.from(), inOrder.get(0).from());
            assertEquals(whole.to(), inOrder.get(inOrder.size() - 1).to());
        } else {
            assertEquals(List.of(), parts);
        }
    }
}
