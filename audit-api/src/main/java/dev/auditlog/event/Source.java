package dev.auditlog.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a call came from, and by which rule that is known.
 *
 * @param ip the client's address: the peer's, or the right-most hop that is not trusted
 * @param peer address of the TCP peer
 * @param chain every hop that the configured header claims, left to right, as text; may hold what is no address
 * @param rule {@code peer}, {@code X-Forwarded-For} or {@code Forwarded}: what {@code ip} was taken from
 */
public record Source(@Nullable String ip, @Nullable String peer, List<String> chain, String rule) {

    /** The rule of an address that is the TCP peer's. */
    public static final String RULE_PEER = "peer";

    public Source {
        chain = List.copyOf(chain);
    }
}
