package dev.auditlog.address;

import dev.auditlog.event.Source;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells where a call came from. Immutable, safe for many threads; never asks DNS.
 *
 * <p>The address is the TCP peer's. If the peer is a trusted proxy, the hops of the one configured header are walked from
 * the right, {@value #MAX_HOPS} at most, while they are trusted; the address is the right-most one that is not trusted,
 * and the left-most if all are. A hop that is no address ends the walk: what stands left of it was not said by a trusted
 * proxy, so the address is that of the last trusted hop before it. See docs/decisions/0002-source-address.md.
 */
public final class SourceResolver {

    private static final int MAX_HOPS = 20;

    private final List<AddressRange> trusted;
    private final ProxyHeader header;
    private final TrustMemory memory = new TrustMemory();

    private SourceResolver(List<AddressRange> trusted, ProxyHeader header) {
        this.trusted = trusted;
        this.header = header;
    }

    /**
     * Returns a resolver for the configured proxies.
     *
     * @param trustedProxies addresses and CIDR blocks; empty: no header is ever believed
     * @param proxyHeader {@code X-Forwarded-For} or {@code Forwarded}, in any case
     * @throws IllegalArgumentException if a block or the header is none; the message names it and what is allowed
     */
    public static SourceResolver of(List<String> trustedProxies, String proxyHeader) {
        List<AddressRange> blocks =
                trustedProxies.stream().map(AddressRange::parse).toList();
        return new SourceResolver(blocks, ProxyHeader.named(proxyHeader));
    }

    /**
     * Returns the source of one call. Never throws for what a client sent.
     *
     * @param peer address of the TCP peer as the container gives it; null, or a text that is no address, for no address
     * @param headerLines gives the values of all lines of a header, in order; empty where there is none
     * @return the source with addresses in canonical form (RFC 5952) and the right-most {@value #MAX_HOPS} claimed hops
     */
    public Source resolve(@Nullable String peer, Function<String, List<String>> headerLines) {
        String from = peer == null ? null : Addresses.canonical(peer);
        List<Hop> all = header.hops(headerLines.apply(header.header()));
        List<Hop> hops = all.subList(Math.max(0, all.size() - MAX_HOPS), all.size());
        String ip = from;
        for (int i = hops.size() - 1; i >= 0 && isTrusted(ip); i--) {
            String next = hops.get(i).ip();
            if (next == null) {
                return source(ip, from, hops, i < hops.size() - 1);
            }
            ip = next;
        }
        return source(ip, from, hops, !hops.isEmpty() && isTrusted(from));
    }

    private Source source(@Nullable String ip, @Nullable String peer, List<Hop> hops, boolean byHeader) {
        List<String> chain = hops.stream().map(Hop::text).toList();
        return new Source(ip, peer, chain, byHeader ? header.header() : Source.RULE_PEER);
    }

    private boolean isTrusted(@Nullable String ip) {
        return ip != null && !trusted.isEmpty() && memory.isTrusted(ip, this::isInside);
    }

    private boolean isInside(String ip) {
        String key = AddressRange.key(ip);
        return key != null && trusted.stream().anyMatch(block -> block.contains(key));
    }
}
