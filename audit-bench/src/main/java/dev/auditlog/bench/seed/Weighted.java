package dev.auditlog.bench.seed;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Values of which some come more often than others. */
final class Weighted<T> {

    private final List<T> values;
    private final double[] sums;

    Weighted(List<T> values, ToDoubleFunction<T> weight) {
        this.values = List.copyOf(values);
        sums = new double[values.size()];
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += weight.applyAsDouble(values.get(i));
            sums[i] = sum;
        }
    }

    private Weighted(List<T> values, double[] sums) {
        this.values = values;
        this.sums = sums;
    }

    /** The first comes most often; the n-th with a weight of n to the power of {@code -exponent}. */
    static <T> Weighted<T> zipf(List<T> values, double exponent) {
        double[] sums = new double[values.size()];
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += StrictMath.pow(i + 1.0, -exponent);
            sums[i] = sum;
        }
        return new Weighted<>(List.copyOf(values), sums);
    }

    T pick(Dice dice) {
        int found = Arrays.binarySearch(sums, dice.unit() * sums[sums.length - 1]);
        return values.get(Math.min(sums.length - 1, found < 0 ? -found - 1 : found + 1));
    }
}
