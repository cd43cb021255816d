package dev.auditlog.address;

import inet.ipaddr.IPAddress;
import inet.ipaddr.ipv6.IPv6Address;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One address or all addresses of a CIDR block, as the keys that a store can compare as text.
 *
 * <p>A key is the 128-bit form of an address as 32 lower-case hexadecimal digits; IPv4 stands in it as
 * {@code ::ffff:a.b.c.d}. Keys sort like the addresses, so a block is one interval.
 *
 * @param low key of the first address, inclusive
 * @param high key of the last address, inclusive
 */
public record AddressRange(String low, String high) {

    /** What {@link #parse} takes, in words, for messages. */
    public static final String ALLOWED = "an IPv4 or IPv6 address, or a CIDR block such as 10.0.0.0/8 or 2001:db8::/32";

    private static final Pattern BLOCK = Pattern.compile("([^/]+)(?:/(0|[1-9]\\d{0,2}))?");
    /** Beginning of the keys of IPv4 addresses. */
    public static final String IPV4_MAPPED = "00000000000000000000ffff"; // RFC 4291, 2.5.5.2

    private static final int BITS = 128;
    private static final int IPV4_BITS = 32;

    /**
     * Reads an address or a CIDR block. Bits after the prefix are ignored: {@code 10.1.2.3/8} is {@code 10.0.0.0/8}.
     *
     * @throws IllegalArgumentException if the text is neither; the message names the text and what is allowed
     */
    public static AddressRange parse(String text) {
        Matcher parts = BLOCK.matcher(text);
        IPAddress address = parts.matches() ? Addresses.read(parts.group(1)) : null;
        if (address == null) {
            throw new IllegalArgumentException(AddressMessages.notARange(text));
        }
        int prefix = BITS;
        if (parts.group(2) != null) {
            prefix = Integer.parseInt(parts.group(2)) + offset(address, parts.group(1));
            if (prefix > BITS) {
                throw new IllegalArgumentException(AddressMessages.notARange(text));
            }
        }
        return of(bytes(address), prefix);
    }

    /** Returns the key of an address; null if the text is no address. */
    public static @Nullable String key(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (Addresses.isIpv4(text)) {
            return keyOfIpv4(text);
        }
        IPAddress address = Addresses.read(text);
        return address == null ? null : HexFormat.of().formatHex(bytes(address));
    }

    /**
     * The text of the CIDR block whose addresses' keys begin so.
     *
     * @param keyStart hexadecimal digits, as many as the block's prefix has fours of bits
     */
    public static String blockOf(String keyStart) {
        byte[] first = HexFormat.of().parseHex(keyStart + "0".repeat(2 * BITS / Byte.SIZE - keyStart.length()));
        int prefix = keyStart.length() * Byte.SIZE / 2;
        IPv6Address address = new IPv6Address(first);
        return keyStart.startsWith(IPV4_MAPPED)
                ? address.getEmbeddedIPv4Address().toCanonicalString() + "/" + (prefix - BITS + IPV4_BITS)
                : address.toCanonicalString() + "/" + prefix;
    }

    /** Without the library: each event needs the key of its source. */
    private static String keyOfIpv4(String text) {
        StringBuilder key = new StringBuilder(2 * BITS / Byte.SIZE).append(IPV4_MAPPED);
        int octet = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '.') {
                HexFormat.of().toHexDigits(key, (byte) octet);
                octet = 0;
            } else {
                octet = octet * 10 + text.charAt(i) - '0';
            }
        }
        return key.toString();
    }

    /** Whether the address with this key is inside. */
    public boolean contains(String key) {
        return low.compareTo(key) <= 0 && key.compareTo(high) <= 0;
    }

    /** The prefix of {@code ::ffff:10.0.0.0/104} counts in 128 bits already, that of {@code 10.0.0.0/8} in 32. */
    private static int offset(IPAddress address, String written) {
        return address.isIPv4() && written.indexOf(':') < 0 ? BITS - IPV4_BITS : 0;
    }

    private static AddressRange of(byte[] address, int prefix) {
        byte[] low = address.clone();
        byte[] high = address.clone();
        for (int bit = prefix; bit < BITS; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            low[bit / Byte.SIZE] &= (byte) ~mask;
            high[bit / Byte.SIZE] |= (byte) mask;
        }
        return new AddressRange(HexFormat.of().formatHex(low), HexFormat.of().formatHex(high));
    }

    private static byte[] bytes(IPAddress address) {
        byte[] own = address.getBytes();
        if (own.length == BITS / Byte.SIZE) {
            return own;
        }
        byte[] wide = new byte[BITS / Byte.SIZE];
        Arrays.fill(wide, 10, 12, (byte) 0xff); // RFC 4291, 2.5.5.2: IPv4-mapped
        System.arraycopy(own, 0, wide, 12, own.length);
        return wide;
    }
}
