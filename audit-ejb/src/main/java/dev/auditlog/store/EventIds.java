package dev.auditlog.store;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/**
 * Ids of events: UUIDv7 (RFC 9562) of the event's own time, with the microseconds in the 12 bits after the version
 * (section 6.2, method 3). So ids order like times to the microsecond, and a range of times is a range of ids: ADR
 * 0012.
 */
public final class EventIds {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long RANDOM_BITS = 0x3FFF_FFFF_FFFF_FFFFL;
    private static final int SUB_MILLI_STEPS = 4096;
    private static final long MAX_MILLIS = (1L << 48) - 1;

    private EventIds() {}

    /** Returns a new id of an event of this time; 62 bits of it are random. */
    public static UUID next(Instant time) {
        return new UUID(timeBits(time), VARIANT | RANDOM.nextLong() & RANDOM_BITS);
    }

    /**
     * Returns the smallest id that an event of this microsecond can have: the inclusive lower or exclusive upper bound
     * of a range of times. Times before 1970 count as 1970.
     */
    public static UUID lowest(Instant time) {
        return new UUID(timeBits(time), VARIANT);
    }

    /** Returns the time in an id that was made here, to the millisecond; {@link Instant#EPOCH} for any other id. */
    public static Instant timeOf(UUID id) {
        return id.version() == (int) (VERSION >> 12)
                ? Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16)
                : Instant.EPOCH;
    }

    private static long timeBits(Instant time) {
        long micros = Math.max(0, UtcMicros.of(time));
        long millis = Math.min(MAX_MILLIS, micros / 1000);
        long fraction = micros % 1000 * SUB_MILLI_STEPS / 1000; // 1000 steps into 4096: no two share a value
        return millis << 16 | VERSION | fraction;
    }
}
