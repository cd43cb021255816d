package dev.auditlog.address;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import inet.ipaddr.ipv6.IPv6Address;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads addresses strictly: no names and so no DNS, no octal, hexadecimal, short or integer forms of IPv4, no ranges. An
 * IPv4 address inside IPv6 ({@code ::ffff:a.b.c.d}) is the IPv4 address.
 */
final class Addresses {

    /** The longest text of an address: six IPv6 groups and a dotted IPv4 address (RFC 4291). */
    private static final int MAX_LENGTH = 45;

    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
    private static final Pattern IPV6 =
            Pattern.compile("[0-9A-Fa-f:]*:(?:[0-9A-Fa-f]{0,4}|" + OCTET + "(?:\\." + OCTET + "){3})");
    private static final IPAddressStringParameters STRICT = strict();

    private Addresses() {}

    private static IPAddressStringParameters strict() {
        return new IPAddressStringParameters.Builder()
                .allowEmpty(false)
                .allowAll(false)
                .allowSingleSegment(false)
                .allowMask(false)
                .allowPrefix(false)
                .allowPrefixOnly(false)
                .allowWildcardedSeparator(false)
                .allow_inet_aton(false)
                .toParams();
    }

    /** Returns the address that the text is, without its zone; null if it is none. */
    static @Nullable IPAddress read(String text) {
        String bare = withoutZone(text);
        if (bare.length() > MAX_LENGTH) {
            return null;
        }
        if (isIpv4(bare)) {
            return new IPAddressString(bare, STRICT).getAddress();
        }
        if (!IPV6.matcher(bare).matches()) {
            return null;
        }
        IPAddress address = new IPAddressString(bare, STRICT).getAddress();
        if (address == null || !address.isIPv6()) {
            return null;
        }
        IPv6Address wide = address.toIPv6();
        return wide.isIPv4Mapped() ? wide.getEmbeddedIPv4Address() : wide;
    }

    /** Whether the text is four numbers with dots between them. */
    static boolean isIpv4(String text) {
        return text.length() <= MAX_LENGTH && IPV4.matcher(text).matches();
    }

    /** Returns the canonical text (RFC 5952 for IPv6) of the address that the text is; null if it is none. */
    static @Nullable String canonical(String text) {
        if (isIpv4(text)) {
            return text; // four numbers without leading zeros are the canonical form
        }
        IPAddress address = read(text);
        return address == null ? null : address.toCanonicalString();
    }

    /** A zone (RFC 4007) means something on the node itself only. */
    private static String withoutZone(String text) {
        int percent = text.indexOf('%');
        return percent > 0 && text.indexOf(':') >= 0 ? text.substring(0, percent) : text;
    }
}
