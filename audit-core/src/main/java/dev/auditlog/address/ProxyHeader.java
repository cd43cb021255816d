package dev.auditlog.address;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The headers by which proxies say who called them.
 *
 * <p>Each line is read by itself and the hops are joined in order, which for well-formed lines is the same as joining the
 * lines (RFC 9110, 5.3). A quotation mark that a client leaves open in its line so spoils only that line.
 */
enum ProxyHeader {
    X_FORWARDED_FOR("X-Forwarded-For", ProxyHeader::entries),
    FORWARDED("Forwarded", ProxyHeader::elements);

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private final String header;
    private final Function<String, List<Hop>> reader;

    ProxyHeader(String header, Function<String, List<Hop>> reader) {
        this.header = header;
        this.reader = reader;
    }

    static ProxyHeader named(String name) {
        for (ProxyHeader known : values()) {
            if (known.header.equalsIgnoreCase(name)) {
                return known;
            }
        }
        throw new IllegalArgumentException(AddressMessages.notAHeader(name));
    }

    String header() {
        return header;
    }

    /** Returns what the lines claim, left to right. */
    List<Hop> hops(List<String> lines) {
        List<Hop> hops = new ArrayList<>();
        lines.forEach(line -> hops.addAll(reader.apply(line)));
        return hops;
    }

    private static List<Hop> entries(String line) {
        return split(line, ',', false).stream().map(Hop::ofEntry).toList();
    }

    private static List<Hop> elements(String line) {
        return split(line, ',', true).stream().map(ProxyHeader::element).toList();
    }

    /** One element of RFC 7239, 4. One that breaks its grammar anywhere, or names no "for", claims no address. */
    private static Hop element(String element) {
        String node = null;
        for (String pair : split(element, ';', true)) {
            int equals = pair.indexOf('=');
            String name = pair.substring(0, Math.max(equals, 0));
            String value = equals < 0 ? null : value(pair.substring(equals + 1));
            boolean isFor = name.equalsIgnoreCase("for");
            if (value == null || !TOKEN.matcher(name).matches() || (isFor && node != null)) {
                return Hop.ofNoAddress(element);
            }
            node = isFor ? value : node;
        }
        return node == null ? Hop.ofNoAddress(element) : Hop.ofNode(node);
    }

    /** The value of a pair without its quotation marks; null if it is malformed. */
    private static @Nullable String value(String written) {
        if (!written.startsWith("\"")) {
            boolean plain = !written.isEmpty() && written.chars().noneMatch(c -> c == '"' || c <= ' ');
            return plain ? written : null;
        }
        StringBuilder value = new StringBuilder();
        for (int i = 1; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '"') {
                return i == written.length() - 1 ? value.toString() : null;
            }
            if (c == '\\' && ++i < written.length()) {
                c = written.charAt(i);
            }
            value.append(c);
        }
        return null;
    }

    /** The parts between separators, without blanks around them; empty parts are left out (RFC 9110, 5.6.1). */
    private static List<String> split(String text, char separator, boolean quotes) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quotes && quoted && c == '\\') {
                i++;
            } else if (quotes && c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                add(parts, text.substring(from, i));
                from = i + 1;
            }
        }
        add(parts, text.substring(from));
        return parts;
    }

    private static void add(List<String> parts, String part) {
        String bare = part.trim();
        if (!bare.isEmpty()) {
            parts.add(bare);
        }
    }
}
