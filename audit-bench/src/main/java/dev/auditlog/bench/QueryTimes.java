package dev.auditlog.bench;

import dev.auditlog.query.QueryTimeoutException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long one thing that was asked took, each time. */
final class QueryTimes {

    /** What takes longer is asked twice, and what is refused then once. */
    private static final double SLOW_MILLIS = 700;

    private static final int SLOW_SAMPLES = 2;
    private static final double NANOS_PER_MILLI = 1e6;

    private final QueryCase asked;
    private final List<Double> millis = new ArrayList<>();
    private int refused;
    private long rows;
    private @Nullable String failure;
    private double warmMillis;

    QueryTimes(QueryCase asked) {
        this.asked = asked;
    }

    QueryCase asked() {
        return asked;
    }

    /** Asks without counting it, except for what is so slow that it need not be warm. */
    void warmUp() {
        warmMillis = ask();
        if (isSlow()) {
            millis.add(warmMillis);
        } else {
            refused = 0;
        }
    }

    void measure() {
        if (!isSlow() || refused == 0 && millis.size() < SLOW_SAMPLES) {
            millis.add(ask());
        }
    }

    private boolean isSlow() {
        return warmMillis > SLOW_MILLIS;
    }

    private double ask() {
        long began = System.nanoTime();
        try {
            rows = asked.ask().once();
        } catch (QueryTimeoutException timeout) {
            refused++;
        } catch (Exception failed) {
            failure = failed.getMessage();
        }
        return (System.nanoTime() - began) / NANOS_PER_MILLI;
    }

    int count() {
        return millis.size();
    }

    int refused() {
        return refused;
    }

    long rows() {
        return rows;
    }

    /** Of the last time that it failed, other than by taking too long; null if it never did. */
    @Nullable
    String failure() {
        return failure;
    }

    /** The time within which this share was answered or refused. */
    double quantile(double share) {
        List<Double> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        int place = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.isEmpty() ? 0 : sorted.get(Math.max(0, place));
    }

    /** Whether the target is met; a plain refusal counts as an answer only where one is asked for. */
    boolean isMet() {
        boolean answered = refused == 0 || asked.kind().equals(QueryCases.MONTH_OF_TEXT);
        return failure == null && answered && quantile(0.95) <= asked.targetMillis();
    }
}
