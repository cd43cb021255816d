package dev.auditlog.bench.seed;

import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;

/** Chance that gives the same again for the same seed, on any machine. Not safe for many threads. */
final class Dice {

    private static final int HEX_DIGITS = 32;

    private final SplittableRandom random;

    Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** From 0 inclusive to 1 exclusive. */
    double unit() {
        return random.nextDouble();
    }

    /** From 0 inclusive to {@code bound} exclusive. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Both ends inclusive. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    long below(long bound) {
        return random.nextLong(bound);
    }

    long bits() {
        return random.nextLong();
    }

    <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Many are near the median, few are a multiple of it: what takes time is distributed so. */
    long logNormal(double median, double sigma) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble())); // Box and Muller
        double gaussian = radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
        return (long) (median * StrictMath.exp(sigma * gaussian));
    }

    /** A number from 0 to {@code size - 1} of which each power of ten comes as often as the next one. */
    int logUniform(int size) {
        return Math.min(size, (int) StrictMath.pow(size + 1.0, random.nextDouble())) - 1;
    }

    /** 128 bits as text. */
    String hex() {
        StringBuilder text = new StringBuilder(HEX_DIGITS);
        HexFormat hex = HexFormat.of();
        return text.append(hex.toHexDigits(random.nextLong()))
                .append(hex.toHexDigits(random.nextLong()))
                .toString();
    }
}
