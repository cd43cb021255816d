package dev.auditlog.address;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What was found of addresses that come again and again, as that of a proxy does. Each address has one place, which the
 * next address of that place takes, so that no client can fill memory. Safe for many threads.
 */
final class TrustMemory {

    private static final int PLACES = 256; // a power of two

    private final @Nullable Verdict[] places = new @Nullable Verdict[PLACES];

    private record Verdict(String ip, boolean trusted) {}

    boolean isTrusted(String ip, Predicate<String> look) {
        int hash = ip.hashCode();
        int place = (hash ^ hash >>> 16) & PLACES - 1;
        Verdict known = places[place];
        if (known == null || !known.ip.equals(ip)) {
            known = new Verdict(ip, look.test(ip));
            places[place] = known;
        }
        return known.trusted;
    }
}
