package dev.auditlog.query;

import java.util.Arrays;
import java.util.Optional;

/**
 * What events are counted by in the table {@code audit_count}. What many events share is counted by hours too, what few
 * share (actors, networks) by days and longer times only: by hours that would be nearly as many rows as there are events. Each
 * but the first has the name of its qualifier.
 */
enum Counted {
    /** All events. They are counted by application and outcome whatever else they are counted by, so without a value. */
    ALL(0),
    OPERATION(1),
    ACTIVITY(2),
    /** Type of the target. */
    TARGET(3),
    GROUP(4),
    STATUS(5),
    ACTOR(6),
    /** Network of the client. */
    IP(7),
    NODE(8),
    TYPE(9),
    TRANSACTION(10),
    METHOD(11),
    /** Class of the exception. */
    ERROR(12);

    private final int number;

    /**
     * A kind of numbers.
     *
     * @param number in the table, never used for anything else
     */
    Counted(int number) {
        this.number = number;
    }

    static Counted of(Facet facet) {
        boolean beside = facet == Facet.APPLICATION || facet == Facet.OUTCOME;
        return beside ? ALL : valueOf(facet.name());
    }

    /** Those by whose values hours are counted; empty if there are none. */
    static Optional<Counted> of(Qualifier qualifier) {
        return Arrays.stream(values())
                .filter(kind -> kind.finest() == Span.HOUR && kind.name().equals(qualifier.name()))
                .findFirst();
    }

    /** The shortest time for which there are numbers. */
    Span finest() {
        return this == ACTOR || this == IP ? Span.DAY : Span.HOUR;
    }

    int number() {
        return number;
    }
}
