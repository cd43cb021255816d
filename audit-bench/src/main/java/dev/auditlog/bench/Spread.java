package dev.auditlog.bench;

import java.util.List;

/**
 * The middle and the ends of some values.
 *
 * @param count how many there are
 * @param median 0 if there are none
 * @param least 0 if there are none
 * @param most 0 if there are none
 */
record Spread(int count, double median, double least, double most) {

    static Spread of(List<Double> values) {
        if (values.isEmpty()) {
            return new Spread(0, 0, 0, 0);
        }
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(sorted.length, median, sorted[0], sorted[sorted.length - 1]);
    }
}
