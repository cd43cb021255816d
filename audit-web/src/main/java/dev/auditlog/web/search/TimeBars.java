package dev.auditlog.web.search;

import dev.auditlog.event.Outcome;
import dev.auditlog.query.Histogram;
import dev.auditlog.query.Histogram.Bucket;
import dev.auditlog.web.text.Amounts;
import dev.auditlog.web.text.Texts;
import dev.auditlog.web.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * When the events of a list happened, as bars that are stacked by outcome. A bar leads to its part of the time.
 *
 * @param sums the events of each outcome in the whole range
 * @param summary all of it in a sentence, for those who do not see the bars
 * @param note from when on was counted; empty where everything was
 */
public record TimeBars(List<Bar> bars, List<TimeAxis.Tick> ticks, List<Sum> sums, String summary, String note) {

    /** Height of the highest bar. */
    static final double HEIGHT = 100;

    private static final double VISIBLE = 2; // of a single error beside thousands of successes

    /**
     * One part of the time.
     *
     * @param x number of the bar, from 0
     * @param when beginning and end, and of what it is a part where the range cuts it
     * @param what its events in words
     */
    public record Bar(int x, String url, String when, String what, List<Part> parts) {

        public boolean isSomething() {
            return !parts.isEmpty();
        }

        public String label() {
            return when + ": " + what;
        }
    }

    /** The events of one outcome in a bar, in parts of {@link #HEIGHT}; from the top, as SVG counts. */
    public record Part(String style, String y, String height) {}

    /** The events of one outcome. */
    public record Sum(String style, String text, String count, Filters.Choice choice) {}

    static TimeBars of(Histogram histogram, Filters links, Words words) {
        List<Bucket> buckets = histogram.buckets();
        long highest =
                Math.max(1, buckets.stream().mapToLong(Bucket::total).max().orElse(1));
        BarTimes times = new BarTimes(histogram.width(), words);
        List<Bar> bars = IntStream.range(0, buckets.size())
                .mapToObj(i -> bar(i, buckets.get(i), highest, links, times, words.texts()))
                .toList();
        List<Sum> sums = sums(buckets, links, words.texts());
        String note = Counts.note(histogram.complete(), histogram.countedFrom(), words);
        return new TimeBars(bars, TimeAxis.of(histogram, words), sums, summary(sums, words.texts()), note);
    }

    /** Number of bars, which is the width of the drawing. */
    public int width() {
        return bars.size();
    }

    private static Bar bar(int x, Bucket bucket, long highest, Filters links, BarTimes times, Texts texts) {
        String url = links.here()
                .range(bucket.from().toString(), bucket.to().toString())
                .url();
        return new Bar(x, url, times.when(bucket), inWords(bucket, texts), parts(bucket, highest));
    }

    private static List<Part> parts(Bucket bucket, long highest) {
        List<Part> parts = new ArrayList<>();
        double top = HEIGHT;
        for (Outcome outcome : Outcome.values()) {
            long count = bucket.counts().getOrDefault(outcome, 0L);
            if (count > 0) {
                double height = Math.max(VISIBLE, HEIGHT * count / highest);
                top -= height;
                parts.add(new Part(style(outcome), number(Math.max(0, top)), number(height)));
            }
        }
        return parts;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String style(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private static String inWords(Bucket bucket, Texts texts) {
        String words = Stream.of(Outcome.values())
                .filter(outcome -> bucket.counts().containsKey(outcome))
                .map(outcome -> Amounts.count(bucket.counts().get(outcome), texts.locale()) + " "
                        + texts.text("outcome." + outcome))
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? texts.text("counts.none") : words;
    }

    private static List<Sum> sums(List<Bucket> buckets, Filters links, Texts texts) {
        List<Sum> sums = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            long count = buckets.stream()
                    .mapToLong(bucket -> bucket.counts().getOrDefault(outcome, 0L))
                    .sum();
            if (count > 0) {
                sums.add(new Sum(
                        style(outcome),
                        texts.text("outcome." + outcome),
                        Amounts.count(count, texts.locale()),
                        links.of("outcome", outcome.name())));
            }
        }
        return sums;
    }

    private static String summary(List<Sum> sums, Texts texts) {
        String each = sums.stream().map(sum -> sum.count() + " " + sum.text()).collect(Collectors.joining(", "));
        return each.isEmpty() ? texts.text("counts.none") : each;
    }
}
