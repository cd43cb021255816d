package dev.auditlog.web.security;

import dev.auditlog.address.AddressRange;
import dev.auditlog.config.AuditConfig;
import java.util.List;

/** The proxies whose headers are believed: {@code audit.trusted-proxies}. Immutable. */
final class Proxies {

    private final List<AddressRange> trusted;

    Proxies(List<String> blocks) {
        trusted = blocks.stream().map(AddressRange::parse).toList();
    }

    static Proxies configured() {
        return new Proxies(AuditConfig.current().trustedProxies());
    }

    boolean trust(String peer) {
        String key = AddressRange.key(peer);
        return key != null && trusted.stream().anyMatch(block -> block.contains(key));
    }
}
