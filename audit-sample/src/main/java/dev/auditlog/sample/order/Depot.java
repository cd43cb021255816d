package dev.auditlog.sample.order;

import dev.auditlog.sample.http.Problem;
import java.util.Arrays;

/** Where an order lies until it is shipped. */
public enum Depot {
    NORTH,
    EAST,
    SOUTH,
    WEST;

    static Depot of(String text) {
        return Arrays.stream(values())
                .filter(depot -> depot.name().equalsIgnoreCase(text))
                .findAny()
                .orElseThrow(() -> Problem.badRequest("\"depot\" must be one of " + Arrays.toString(values()) + "."));
    }

    /** The depot after this one, round in a circle. */
    Depot next() {
        return values()[(ordinal() + 1) % values().length];
    }
}
