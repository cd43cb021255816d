package dev.auditlog.query;

import dev.auditlog.address.AddressRange;
import dev.auditlog.query.QuerySyntaxException.Fault;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an address or a CIDR block as the range of its addresses. */
final class AddressReader {

    private static final String ALLOWED = AddressRange.ALLOWED + "; several with commas";

    /** One to three octets, or one to seven groups, and a sign that more is to come. */
    private static final Pattern BEGINNING = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){0,2})(?:\\.|(?:\\.\\*){1,3})?"
            + "|(\\p{XDigit}{1,4}(?::\\p{XDigit}{1,4}){0,6})(?::|(?::\\*){1,7})");

    private static final int OCTETS = 4;
    private static final int GROUP_BITS = 16;

    private AddressReader() {}

    static Condition.Addresses read(TermValue value) {
        try {
            if (!value.prefix()) {
                return new Condition.Addresses(AddressRange.parse(value.text()));
            }
        } catch (IllegalArgumentException refused) {
            throw bad(value); // its message says the same as ours, without the place
        }
        throw bad(value);
    }

    private static QuerySyntaxException bad(TermValue value) {
        Fault fault = new Fault(value.position(), value.shown(), List.of(ALLOWED), blockMeantBy(value));
        return QueryMessages.badValue(Qualifier.IP.word(), ALLOWED, fault);
    }

    /** The block of {@code 10.*}, {@code 10.1.*.*}, {@code 192.168.1.} or {@code 2001:db8:*}; null where none is meant. */
    private static @Nullable String blockMeantBy(TermValue value) {
        String written = value.text() + (value.prefix() ? "*" : "");
        Matcher parts = BEGINNING.matcher(written);
        if (!parts.matches()) {
            return null;
        }
        String v4 = parts.group(1);
        String block = v4 == null
                ? parts.group(2) + "::/" + GROUP_BITS * count(parts.group(2), ':')
                : v4 + ".0".repeat(OCTETS - count(v4, '.')) + "/" + Byte.SIZE * count(v4, '.');
        return isBlock(block) ? block : null;
    }

    private static int count(String text, char divider) {
        return (int) text.chars().filter(c -> c == divider).count() + 1;
    }

    private static boolean isBlock(String text) {
        try {
            AddressRange.parse(text);
            return true;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }
}
