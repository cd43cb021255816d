package dev.auditlog.query;

import dev.auditlog.address.AddressRange;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What events are counted by. A value of one can be put behind its qualifier as it is. */
public enum Facet {
    OUTCOME(Qualifier.OUTCOME, "outcome"),
    /** Who did it, by id. */
    ACTOR(Qualifier.ACTOR, "actor_id"),
    OPERATION(Qualifier.OPERATION, "operation"),
    ACTIVITY(Qualifier.ACTIVITY, "activity"),
    /** Type of the target. */
    TARGET(Qualifier.TARGET, "target_type"),
    APPLICATION(Qualifier.APPLICATION, "application"),
    /** Group of the actor. */
    GROUP(Qualifier.GROUP, "actor_group"),
    /** Network of the client: its first 24 bits of IPv4, 48 of IPv6, which is what a site has. */
    IP(Qualifier.IP, networkOf("source_key")),
    /** HTTP status. */
    STATUS(Qualifier.STATUS, "status");

    private final Qualifier qualifier;
    private final String column;

    Facet(Qualifier qualifier, String column) {
        this.qualifier = qualifier;
        this.column = column;
    }

    /** The word before the colon in a query, which is the facet's name outside too. */
    public String word() {
        return qualifier.word();
    }

    /** Finds a facet by its word, without regard to case. */
    public static Optional<Facet> of(String word) {
        return Arrays.stream(values())
                .filter(facet -> facet.word().equalsIgnoreCase(word))
                .findFirst();
    }

    /** All words, in the order in which a page shows them. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Facet::word).toList();
    }

    /** SQL of the value; null where an event has none. */
    String column() {
        return column;
    }

    /** The value as a query has it. */
    String shown(Object stored) {
        return this == IP ? AddressRange.blockOf((String) stored) : stored.toString();
    }

    /** Beginning of the key, as long as the network's prefix. */
    private static String networkOf(String key) {
        String ipv4 = "'" + AddressRange.IPV4_MAPPED + "'";
        return "case when substr(" + key + ", 1, " + AddressRange.IPV4_MAPPED.length() + ") = " + ipv4 + " then substr("
                + key + ", 1, 30) else substr(" + key + ", 1, 12) end";
    }
}
