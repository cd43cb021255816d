package dev.auditlog.query;

import dev.auditlog.address.AddressRange;
import dev.auditlog.hours.WeekHours;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one value of a term means, read and checked, before any database is asked. */
sealed interface Condition {

    /** Something is there: a bare {@code *}. */
    record Present() implements Condition {}

    /** A text that equals this one, or begins with it. */
    record Text(String text, boolean prefix) implements Condition {}

    /** The name of an enum's constant. */
    record Name(String name) implements Condition {}

    /** A number from low to high, both included. */
    record Range(long low, long high) implements Condition {}

    /** An address in a range. */
    record Addresses(AddressRange range) implements Condition {}

    /** An id from low to high, both included, by their unsigned bits. */
    record Ids(UUID low, UUID high) implements Condition {}

    /** A target of this type and this id; null asks for neither. */
    record OfTarget(@Nullable Text type, @Nullable Text id) implements Condition {}

    /** A time in certain hours. */
    record Hours(WeekHours hours) implements Condition {}

    /** An address at which the actor was not seen in the time before. */
    record FirstAddress() implements Condition {}

    /**
     * The same, as the table {@code audit_sighting} knows it.
     *
     * @param added ids that are not in the table yet
     * @param removed ids that are there still
     */
    record FirstSeen(Set<String> added, Set<String> removed) implements Condition {}

    /** A text that stands anywhere in the event, without regard to case. */
    record Contains(String text) implements Condition {}
}
