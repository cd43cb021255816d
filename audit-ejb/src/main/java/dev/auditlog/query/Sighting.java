package dev.auditlog.query;

/**
 * A stretch of time in which an actor was seen at an address without a pause of {@link FirstSql#BEFORE}.
 *
 * @param actor the actor's key
 * @param source the address's key
 * @param firstId of its first event, which is the one that {@code first:ip} finds
 * @param firstMicros when that was
 * @param lastMicros when its last event was
 */
record Sighting(String actor, String source, String firstId, long firstMicros, long lastMicros) {

    /** Whether both are of one stretch. */
    boolean touches(Sighting other) {
        return actor.equals(other.actor)
                && source.equals(other.source)
                && firstMicros - other.lastMicros <= FirstSql.MICROS
                && other.firstMicros - lastMicros <= FirstSql.MICROS;
    }

    /** The stretch of both, of which one {@link #touches} the other. */
    Sighting with(Sighting other) {
        Sighting first = firstId.compareTo(other.firstId) < 0 ? this : other;
        return new Sighting(actor, source, first.firstId, first.firstMicros, Math.max(lastMicros, other.lastMicros));
    }
}
