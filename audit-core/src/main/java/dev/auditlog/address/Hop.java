package dev.auditlog.address;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One hop that a forwarding header claims.
 *
 * @param text the address in canonical form, else the claim as it was sent, cut to {@value #MAX_TEXT} characters
 * @param ip the address in canonical form; null where the claim is no address
 */
record Hop(String text, @Nullable String ip) {

    static final int MAX_TEXT = 64;

    private static final String PORT = "(?::(?:\\d{1,5}|_[A-Za-z0-9._-]{1,64}))?";
    private static final Pattern BRACKETED = Pattern.compile("\\[([^\\[\\]]*:[^\\[\\]]*)\\]" + PORT);
    private static final Pattern DOTTED = Pattern.compile("([0-9.]+)" + PORT);

    /** Reads a node of RFC 7239, 6: IPv4, or IPv6 in brackets, both with or without a port; all else is no address. */
    static Hop ofNode(String node) {
        Matcher parts = BRACKETED.matcher(node);
        if (!parts.matches()) {
            parts = DOTTED.matcher(node);
        }
        String ip = parts.matches() ? Addresses.canonical(parts.group(1)) : null;
        return ip == null ? ofNoAddress(node) : new Hop(ip, ip);
    }

    /** Reads an entry of X-Forwarded-For: a node, or IPv6 without brackets and so without a port. */
    static Hop ofEntry(String entry) {
        String ip = entry.startsWith("[") ? null : Addresses.canonical(entry);
        return ip == null ? ofNode(entry) : new Hop(ip, ip);
    }

    static Hop ofNoAddress(String claim) {
        return new Hop(claim.length() <= MAX_TEXT ? claim : claim.substring(0, MAX_TEXT - 1) + "…", null);
    }
}
