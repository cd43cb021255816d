package dev.auditlog.web.search;

import dev.auditlog.query.BarWidth;
import dev.auditlog.query.Borders;
import dev.auditlog.query.Histogram;
import dev.auditlog.query.Histogram.Bucket;
import dev.auditlog.query.TimeRange;
import dev.auditlog.web.text.Clock;
import dev.auditlog.web.text.Words;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The times below the bars: at borders that are those of a longer width too, such as the midnights among hours. */
final class TimeAxis {

    private static final int FEWEST = 3;
    private static final int MOST = 8;
    private static final double NEAR_THE_END = 8;

    /**
     * A time below the bars.
     *
     * @param x where, in percent of the width
     * @param anchor which part of the text stands there, as SVG says it
     * @param style {@code odd} for those that a narrow page leaves out
     */
    public record Tick(String x, String anchor, String style, String text) {}

    private final Words words;
    private final int bars;
    private final Map<Instant, Integer> starts = new HashMap<>();
    private final TimeRange range;
    private final BarWidth width;

    private TimeAxis(Histogram histogram, Words words) {
        List<Bucket> buckets = histogram.buckets();
        this.words = words;
        this.bars = buckets.size();
        this.width = histogram.width();
        this.range = new TimeRange(buckets.get(0).from(), buckets.get(bars - 1).to());
        for (int i = 0; i < bars; i++) {
            if (buckets.get(i).from().equals(buckets.get(i).whole().from())) {
                starts.put(buckets.get(i).from(), i);
            }
        }
    }

    static List<Tick> of(Histogram histogram, Words words) {
        return new TimeAxis(histogram, words).ticks();
    }

    private List<Tick> ticks() {
        List<Instant> borders = starts.keySet().stream().sorted().toList();
        BarWidth step = width;
        for (BarWidth longer : BarWidth.LADDER) {
            if (borders.size() > MOST && longer.about().compareTo(width.about()) > 0) {
                List<Instant> fewer = borders(longer);
                if (fewer.size() >= FEWEST && starts.keySet().containsAll(fewer)) { // weeks do not begin with months
                    borders = fewer;
                    step = longer;
                }
            }
        }
        return ticks(everyFew(borders), step);
    }

    private List<Instant> borders(BarWidth longer) {
        return Borders.around(range, longer, words.zone()).stream()
                .filter(border -> !border.isBefore(range.from()) && border.isBefore(range.to()))
                .toList();
    }

    private static List<Instant> everyFew(List<Instant> borders) {
        List<Instant> some = new ArrayList<>();
        int step = Math.max(1, (borders.size() + MOST - 1) / MOST);
        for (int i = 0; i < borders.size(); i += step) {
            some.add(borders.get(i));
        }
        return some;
    }

    private List<Tick> ticks(List<Instant> borders, BarWidth step) {
        List<Tick> ticks = new ArrayList<>();
        int even = firstDay(borders);
        for (int i = 0; i < borders.size(); i++) {
            double x = 100.0 * starts.get(borders.get(i)) / bars;
            String anchor = x < NEAR_THE_END ? "start" : x > 100 - NEAR_THE_END ? "end" : "middle";
            String style = (i - even) % 2 == 0 ? "even" : "odd";
            ticks.add(new Tick(String.format(Locale.ROOT, "%.2f%%", x), anchor, style, text(borders.get(i), step)));
        }
        return ticks;
    }

    /** As much as tells it from the next one; the day where it begins. */
    private String text(Instant border, BarWidth step) {
        LocalDateTime local = LocalDateTime.ofInstant(border, words.zone());
        Clock clock = words.clock(border);
        return switch (step.unit()) {
            case YEARS -> shown("uuuu", local);
            case MONTHS -> shown("MMM uuuu", local);
            case WEEKS, DAYS -> clock.date();
            default -> isMidnight(local) ? clock.date() : BarTimes.time(clock, step.unit());
        };
    }

    /** Number of the first border with which a day begins; 0 where none does. */
    private int firstDay(List<Instant> borders) {
        for (int i = 0; i < borders.size(); i++) {
            if (isMidnight(LocalDateTime.ofInstant(borders.get(i), words.zone()))) {
                return i;
            }
        }
        return 0;
    }

    private static boolean isMidnight(LocalDateTime local) {
        return local.equals(local.truncatedTo(ChronoUnit.DAYS));
    }

    private String shown(String pattern, LocalDateTime local) {
        return DateTimeFormatter.ofPattern(pattern, words.texts().locale()).format(local);
    }
}
