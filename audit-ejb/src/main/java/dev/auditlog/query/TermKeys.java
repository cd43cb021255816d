package dev.auditlog.query;

import dev.auditlog.address.AddressRange;
import dev.auditlog.query.Condition.Text;
import dev.auditlog.store.Dialect;
import dev.auditlog.store.EventRow;
import dev.auditlog.store.IndexTerm;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a term asks for in words of the index of {@link IndexTerm}s. Each event that matches has one of the keys, and
 * others may have it too.
 */
final class TermKeys {

    /** So many blocks of addresses are looked up one by one. */
    private static final int MOST_BLOCKS = 256;

    private static final long SECOND_MICROS = 1_000_000;
    private static final long TEN_SECONDS_MICROS = 10 * SECOND_MICROS;
    private static final long MINUTE_MICROS = 60 * SECOND_MICROS;
    private static final long A_CLASS_OF_STATUSES = 100;

    private final Folding folding = new Folding(Dialect.POSTGRESQL);

    /** One word of the index. */
    record Key(IndexTerm term, String value) {}

    /** The keys of which an event has one if it matches; empty if the index does not know. */
    Set<Key> of(Term term) {
        Qualifier qualifier = term.field().orElse(null);
        Set<Key> all = new LinkedHashSet<>();
        if (qualifier == null || term.negated()) {
            return all;
        }
        for (Condition condition : term.conditions()) {
            List<Key> keys = of(qualifier, condition);
            if (keys.isEmpty()) {
                return Set.of();
            }
            all.addAll(keys);
        }
        return all;
    }

    private List<Key> of(Qualifier qualifier, Condition condition) {
        if (condition instanceof Text text) {
            return text.prefix() ? beginning(qualifier, text.text()) : text(qualifier, text.text());
        } else if (condition instanceof Condition.Name name) {
            return name(qualifier, name.name());
        } else if (condition instanceof Condition.Range range) {
            return qualifier == Qualifier.STATUS ? statuses(range) : durations(range);
        } else if (condition instanceof Condition.Addresses addresses) {
            return addresses(addresses.range());
        } else if (condition instanceof Condition.Ids ids) {
            boolean one = qualifier == Qualifier.PARENT && ids.low().equals(ids.high());
            return one ? key(IndexTerm.PARENT, ids.low().toString()) : List.of();
        } else if (condition instanceof Condition.OfTarget target) {
            return target(target);
        }
        return List.of();
    }

    private List<Key> text(Qualifier qualifier, String text) {
        return switch (qualifier) {
            case ACTOR -> actor(text);
            case OPERATION -> key(IndexTerm.OPERATION, text);
            case APPLICATION -> key(IndexTerm.APPLICATION, text);
            case NODE -> key(IndexTerm.NODE, text);
            case GROUP -> key(IndexTerm.ACTOR_GROUP, text);
            case SESSION -> key(IndexTerm.ACTOR_SESSION, text);
            case CORRELATION -> key(IndexTerm.CORRELATION, text);
            case TRACE -> key(IndexTerm.TRACE, text);
            case PATH -> key(IndexTerm.PATH, text);
            case REASON -> folded(IndexTerm.REASON, text);
            case METHOD -> folded(IndexTerm.METHOD, text);
            case ERROR -> error(text);
            default -> List.of();
        };
    }

    private List<Key> actor(String text) {
        Set<Key> keys = new LinkedHashSet<>(folded(IndexTerm.ACTOR_NAME, text));
        keys.add(new Key(IndexTerm.ACTOR_NAME, EventRow.actorKey(text))); // both have one number in the index
        return List.copyOf(keys);
    }

    private List<Key> folded(IndexTerm term, String text) {
        return folding.spellings(text).stream()
                .map(spelling -> new Key(term, spelling))
                .toList();
    }

    private static List<Key> error(String text) {
        String last = text.substring(text.lastIndexOf('.') + 1);
        return last.isEmpty() ? List.of() : key(IndexTerm.ERROR, last);
    }

    private static List<Key> beginning(Qualifier qualifier, String text) {
        if (qualifier == Qualifier.OPERATION && text.indexOf('.') > 0) {
            return key(IndexTerm.OPERATION_CLASS, text.substring(0, text.indexOf('.')));
        }
        int second = text.indexOf('/', 1);
        if (qualifier == Qualifier.PATH && text.startsWith("/") && second > 1) {
            return key(IndexTerm.PATH_START, text.substring(1, second));
        }
        return List.of();
    }

    private static List<Key> name(Qualifier qualifier, String name) {
        return switch (qualifier) {
            case ACTIVITY -> key(IndexTerm.ACTIVITY, name);
            case TRANSACTION -> key(IndexTerm.TRANSACTION, name);
            case TYPE -> key(IndexTerm.ACTOR_TYPE, name);
            default -> List.of(); // outcomes have an index of their own
        };
    }

    private static List<Key> statuses(Condition.Range range) {
        if (range.low() < 0 || range.high() - range.low() >= A_CLASS_OF_STATUSES) {
            return List.of();
        }
        Set<Key> keys = new LinkedHashSet<>();
        for (long status = range.low(); status <= range.high(); status++) {
            keys.add(new Key(IndexTerm.STATUS, Long.toString(status)));
        }
        return List.copyOf(keys);
    }

    private static List<Key> durations(Condition.Range range) {
        if (range.low() >= MINUTE_MICROS) {
            return key(IndexTerm.SLOWEST, IndexTerm.MINUTE);
        } else if (range.low() >= TEN_SECONDS_MICROS) {
            return key(IndexTerm.SLOWER, IndexTerm.TEN_SECONDS);
        } else if (range.low() >= SECOND_MICROS) {
            return key(IndexTerm.SLOW, IndexTerm.SECOND);
        }
        return List.of();
    }

    private static List<Key> addresses(AddressRange range) {
        if (range.low().equals(range.high())) {
            return key(IndexTerm.SOURCE, range.low());
        }
        boolean ipv4 =
                range.low().startsWith(AddressRange.IPV4_MAPPED) && range.high().startsWith(AddressRange.IPV4_MAPPED);
        if (!ipv4) {
            return blocks(range, IndexTerm.SOURCE_IPV6_48, IndexTerm.IPV6_48);
        }
        List<Key> narrow = blocks(range, IndexTerm.SOURCE_IPV4_24, IndexTerm.IPV4_24);
        return narrow.isEmpty() ? blocks(range, IndexTerm.SOURCE_IPV4_16, IndexTerm.IPV4_16) : narrow;
    }

    /** All blocks whose keys begin with so many digits; none if they are too many. */
    private static List<Key> blocks(AddressRange range, IndexTerm term, int digits) {
        long low = Long.parseUnsignedLong(lastDigits(range.low(), digits), 16);
        long high = Long.parseUnsignedLong(lastDigits(range.high(), digits), 16);
        if (high - low >= MOST_BLOCKS) {
            return List.of();
        }
        String start = range.low()
                .substring(0, digits - lastDigits(range.low(), digits).length());
        Set<Key> keys = new LinkedHashSet<>();
        for (long block = low; block <= high; block++) {
            String number = Long.toHexString(block);
            int zeros = digits - start.length() - number.length();
            keys.add(new Key(term, start + "0".repeat(zeros) + number));
        }
        return List.copyOf(keys);
    }

    /** What differs in a block of IPv4 addresses, or all of a short beginning of IPv6 ones. */
    private static String lastDigits(String key, int digits) {
        int shared = digits > IndexTerm.IPV6_48 ? AddressRange.IPV4_MAPPED.length() : 0;
        return key.substring(shared, digits);
    }

    private static List<Key> target(Condition.OfTarget target) {
        Text id = target.id();
        Text type = target.type();
        if (id != null && !id.prefix()) {
            return key(IndexTerm.TARGET_ID, id.text());
        }
        return type != null && !type.prefix() ? key(IndexTerm.TARGET_TYPE, type.text()) : List.of();
    }

    private static List<Key> key(IndexTerm term, String value) {
        return List.of(new Key(term, value));
    }
}
