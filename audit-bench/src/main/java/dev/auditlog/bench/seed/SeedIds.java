package dev.auditlog.bench.seed;

import dev.auditlog.store.EventIds;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/** Ids as the product makes them, but for the source of their chance. */
final class SeedIds {

    private static final long RANDOM_BITS = 0x3FFF_FFFF_FFFF_FFFFL;
    private static final long ODD = 0x9E37_79B9_7F4A_7C15L;
    private static final long MIX = 0xBF58_476D_1CE4_E5B9L;

    private SeedIds() {}

    static UUID of(Instant time, Dice dice) {
        UUID lowest = EventIds.lowest(time);
        return new UUID(lowest.getMostSignificantBits(), lowest.getLeastSignificantBits() | dice.bits() & RANDOM_BITS);
    }

    /** The hash of a session: one of a person for some hours. */
    static String session(int person, int slot) {
        long first = mixed(person * ODD + slot);
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(first) + hex.toHexDigits(mixed(first));
    }

    private static long mixed(long value) {
        long mixed = (value ^ value >>> 30) * MIX;
        return (mixed ^ mixed >>> 27) * ODD ^ mixed >>> 31;
    }
}
