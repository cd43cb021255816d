package dev.auditlog.sample.order;

import dev.auditlog.sample.http.Problem;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** Where an order stands. A state leads only to the states after it. */
public enum OrderState {
    OPEN,
    PACKED,
    SHIPPED,
    CANCELLED;

    /** Reads a parameter or a field; what is no state ends the call with 400. JAX-RS calls it by this name. */
    public static OrderState fromString(String text) {
        return Arrays.stream(values())
                .filter(state -> state.name().equalsIgnoreCase(text))
                .findAny()
                .orElseThrow(() -> Problem.badRequest("\"state\" must be one of " + Arrays.toString(values()) + "."));
    }

    boolean leadsTo(OrderState next) {
        return next == this || following().contains(next);
    }

    boolean isFinal() {
        return following().isEmpty();
    }

    private Set<OrderState> following() {
        return switch (this) {
            case OPEN -> EnumSet.of(PACKED, CANCELLED);
            case PACKED -> EnumSet.of(SHIPPED, CANCELLED);
            case SHIPPED, CANCELLED -> EnumSet.noneOf(OrderState.class);
        };
    }
}
