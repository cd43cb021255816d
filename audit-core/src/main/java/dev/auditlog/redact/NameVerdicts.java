package dev.auditlog.redact;

import org.jspecify.annotations.Nullable;

/**
 * What was found of names that come again and again, as those of JSON members do. It forgets: each name has one place,
 * which the next name of that place takes, so that no client can fill memory with names. Safe for many threads: an
 * entry is immutable, and one that another thread does not see yet is found again.
 */
final class NameVerdicts {

    private static final int PLACES = 1024; // a power of two; some 64 KiB when full
    private static final int LONGEST = 48;

    private final @Nullable Verdict[] places = new @Nullable Verdict[PLACES];

    /**
     * A name and what it is.
     *
     * @param secret whether the value beside the name is a secret
     */
    record Verdict(String name, boolean secret) {}

    /** Longer names are rare, and may be values that stand where a name should. */
    static boolean takes(String name) {
        return name.length() <= LONGEST;
    }

    @Nullable
    Verdict of(String name) {
        Verdict found = places[place(name)];
        return found != null && found.name.equals(name) ? found : null;
    }

    boolean keep(String name, boolean secret) {
        places[place(name)] = new Verdict(name, secret);
        return secret;
    }

    private static int place(String name) {
        int hash = name.hashCode();
        return (hash ^ hash >>> 16) & PLACES - 1;
    }
}
