package dev.auditlog.query;

import java.util.Arrays;
import java.util.Optional;

/**
 * What events are counted by in the table {@code audit_count}. What many events share is counted by hours too, what few
 * share (actors, networks) by days and longer times only: by hours that would be nearly as many rows as there are events.
 */
enum Counted {
    /** All events. They are counted by application and outcome whatever else they are counted by, so without a value. */
    ALL(0, Qualifier.OUTCOME),
    OPERATION(1, Qualifier.OPERATION),
    ACTIVITY(2, Qualifier.ACTIVITY),
    /** Type of the target. */
    TARGET(3, Qualifier.TARGET),
    GROUP(4, Qualifier.GROUP),
    STATUS(5, Qualifier.STATUS),
    ACTOR(6, Qualifier.ACTOR),
    /** Network of the client. */
    IP(7, Qualifier.IP),
    NODE(8, Qualifier.NODE),
    TYPE(9, Qualifier.TYPE),
    TRANSACTION(10, Qualifier.TRANSACTION),
    METHOD(11, Qualifier.METHOD),
    /** Class of the exception. */
    ERROR(12, Qualifier.ERROR);

    private final int number;
    private final Qualifier qualifier;

    /**
     * A kind of numbers.
     *
     * @param number in the table, never used for anything else
     */
    Counted(int number, Qualifier qualifier) {
        this.number = number;
        this.qualifier = qualifier;
    }

    static Counted of(Facet facet) {
        boolean beside = facet == Facet.APPLICATION || facet == Facet.OUTCOME;
        return beside ? ALL : valueOf(facet.name());
    }

    /** Those by whose values hours are counted; empty if there are none. */
    static Optional<Counted> of(Qualifier qualifier) {
        return Arrays.stream(values())
                .filter(kind -> kind != ALL && kind.finest() == Span.HOUR && kind.qualifier == qualifier)
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
