package dev.auditlog.config;

import dev.auditlog.address.AddressRange;
import dev.auditlog.hours.WeekHours;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The types of values that keys have. */
final class ValueTypes {

    static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private static final Pattern SIZE = Pattern.compile("(\\d{1,15})\\s*(KiB|MiB|GiB|TiB)?");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h)");
    private static final Map<String, Long> MILLIS = Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L);
    private static final Map<String, Long> BYTES =
            Map.of("KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30, "TiB", 1L << 40);

    private static final int MOST_HOURS = 14;

    private ValueTypes() {}

    static ValueType<Boolean> flag() {
        return ValueType.of("AUD-0101", "a flag", "true or false", text -> {
            require(text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false"));
            return Boolean.valueOf(text);
        });
    }

    /** One of the enum's values that this release has, in any case; {@code planned} are those of a later one. */
    static <E extends Enum<E>> ValueType<E> oneOf(Class<E> type, Set<E> available, Set<E> planned) {
        String allowed = Arrays.stream(type.getEnumConstants())
                .filter(available::contains)
                .map(Enum::name)
                .collect(Collectors.joining(" or "));
        Set<String> later = planned.stream().map(Enum::name).collect(Collectors.toUnmodifiableSet());
        Function<String, E> parser = text -> {
            E value = Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
            require(available.contains(value));
            return value;
        };
        return new ValueType<>("AUD-0102", "one of the values", allowed, false, later, parser);
    }

    static ValueType<Duration> duration(String min, String max) {
        Duration least = readDuration(min);
        Duration most = readDuration(max);
        return ValueType.of("AUD-0103", "a duration", min + " to " + max + ", with ms, s, m or h", text -> {
            Duration value = readDuration(text);
            require(value.compareTo(least) >= 0 && value.compareTo(most) <= 0);
            return value;
        });
    }

    static ValueType<Integer> size(String max) {
        int most = Math.toIntExact(readSize(max));
        return ValueType.of("AUD-0104", "a size", "0 to " + max + ", in bytes or with KiB or MiB", text -> {
            long value = readSize(text);
            require(value <= most);
            return (int) value;
        });
    }

    /** Room on a disk, in bytes. */
    static ValueType<Long> room(String min, String max) {
        long least = readSize(min);
        long most = readSize(max);
        String allowed = min + " to " + max + ", in bytes or with KiB, MiB, GiB or TiB";
        return ValueType.of("AUD-0104", "a size", allowed, text -> {
            long value = readSize(text);
            require(value >= least && value <= most);
            return value;
        });
    }

    static ValueType<Integer> number(int min, int max) {
        return ValueType.of("AUD-0105", "a number", min + " to " + max, text -> {
            int value = Integer.parseInt(text);
            require(value >= min && value <= max);
            return value;
        });
    }

    /** A text that matches the pattern as a whole. */
    static ValueType<String> text(String what, String allowed, Pattern pattern) {
        return ValueType.of("AUD-0106", what, allowed, text -> {
            require(pattern.matcher(text).matches());
            return text;
        });
    }

    /** One of a few texts in any case, given back in the case of the list. */
    static ValueType<String> choice(String... allowed) {
        return ValueType.of(
                "AUD-0102", "one of the values", String.join(" or ", allowed), text -> Arrays.stream(allowed)
                        .filter(text::equalsIgnoreCase)
                        .findFirst()
                        .orElseThrow(IllegalArgumentException::new));
    }

    static ValueType<List<String>> paths() {
        return list(
                "AUD-0107",
                "a list of paths",
                "paths that begin with / and may end in /*, with commas between",
                path -> {
                    require(path.startsWith("/"));
                    require(path.substring(0, path.length() - (path.endsWith("/*") ? 2 : 0))
                            .matches("[^*?#;\\s]*"));
                });
    }

    static ValueType<List<String>> blocks() {
        return list(
                "AUD-0108",
                "a list of addresses",
                "IPv4 or IPv6 addresses and CIDR blocks such as 10.0.0.0/8, with commas between",
                AddressRange::parse);
    }

    static ValueType<List<String>> names() {
        return list(
                "AUD-0109",
                "a list of names",
                "names of at most 128 characters, with commas between",
                name -> require(name.length() <= 128));
    }

    /** Hours of the week, at least one and few enough for a query. */
    static ValueType<List<String>> hours() {
        return ValueType.of(
                "AUD-0117",
                "a list of hours of the week",
                "hours such as mon-fri/08:00-18:00 or mon-thu/08-17,fri/08-14, at most " + MOST_HOURS
                        + " with commas between; after each a zone such as @Europe/Berlin if it is always that one's clock",
                text -> {
                    List<String> entries =
                            Arrays.stream(text.split(",", -1)).map(String::trim).toList();
                    require(entries.size() <= MOST_HOURS);
                    entries.forEach(WeekHours::parse);
                    return entries;
                });
    }

    /** Entries stand between commas; blanks around them and empty ones do not count. */
    private static ValueType<List<String>> list(String code, String what, String allowed, EntryCheck check) {
        return new ValueType<>(code, what, allowed, true, Set.of(), text -> {
            List<String> entries = Arrays.stream(text.split(","))
                    .map(String::trim)
                    .filter(entry -> !entry.isEmpty())
                    .toList();
            entries.forEach(check::check);
            return entries;
        });
    }

    private static long readSize(String text) {
        Matcher parts = SIZE.matcher(text);
        require(parts.matches());
        long unit = parts.group(2) == null ? 1 : BYTES.get(parts.group(2));
        long count = Long.parseLong(parts.group(1));
        require(count <= Long.MAX_VALUE / unit);
        return count * unit;
    }

    private static Duration readDuration(String text) {
        Matcher parts = DURATION.matcher(text);
        require(parts.matches());
        return Duration.ofMillis(Long.parseLong(parts.group(1)) * MILLIS.get(parts.group(2)));
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw new IllegalArgumentException("not allowed");
        }
    }

    /** Throws {@link IllegalArgumentException} for an entry that is not allowed. */
    private interface EntryCheck {
        void check(String entry);
    }
}
