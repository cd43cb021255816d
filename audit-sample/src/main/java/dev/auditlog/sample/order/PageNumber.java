package dev.auditlog.sample.order;

import dev.auditlog.sample.http.Problem;

/**
 * Which page of a list is asked for.
 *
 * @param number from 0 on
 */
public record PageNumber(int number) {

    static final int SIZE = 20;
    private static final int MAX = 100_000;

    /** Reads the parameter {@code page}; what is no page ends the call with 400. JAX-RS calls it by this name. */
    public static PageNumber valueOf(String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 0 && number <= MAX) {
                return new PageNumber(number);
            }
        } catch (NumberFormatException noNumber) {
            // said below, together with numbers that are out of range
        }
        throw Problem.badRequest("\"page\" must be a whole number from 0 to " + MAX + ".");
    }

    int firstRow() {
        return number * SIZE;
    }
}
