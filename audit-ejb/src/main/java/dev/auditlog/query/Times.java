package dev.auditlog.query;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads points in time as people and programs write them. */
public final class Times {

    private static final String ALLOWED = "an ISO instant such as 2026-11-24T21:59:05Z, a date or date and time in UTC "
            + "such as 2026-11-24 or 2026-11-24T21:59, now, or how long ago such as -15m, -1h, -30d (units s, m, h, d, w); "
            + "years 1970 to 9999";
    private static final Map<String, Duration> UNITS = Map.of(
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1),
            "w", Duration.ofDays(7));
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");
    private static final int MAX_CHARS = 40;
    private static final int MAX_DIGITS = 9;

    private Times() {}

    /**
     * Reads an instant, a UTC date or date and time, {@code now}, or a time before now such as {@code -15m}.
     *
     * @return in microseconds; what is finer is cut
     * @throws QuerySyntaxException if it is none of these
     */
    public static Instant parse(String text, Instant now) {
        String trimmed = text.trim();
        Optional<Instant> found = Optional.empty();
        if (trimmed.length() <= MAX_CHARS) {
            found = trimmed.startsWith("-") ? ago(trimmed, now) : absolute(trimmed, now);
        }
        return found.map(t -> t.truncatedTo(ChronoUnit.MICROS))
                .filter(t -> !t.isBefore(EARLIEST) && !t.isAfter(LATEST))
                .orElseThrow(() -> QueryMessages.badTime(text, ALLOWED));
    }

    private static Optional<Instant> ago(String text, Instant now) {
        if (text.length() < 3) {
            return Optional.empty();
        }
        String digits = text.substring(1, text.length() - 1);
        Duration unit = UNITS.get(text.substring(text.length() - 1).toLowerCase(Locale.ROOT));
        boolean valid = !digits.isEmpty()
                && digits.length() <= MAX_DIGITS
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return unit == null || !valid
                ? Optional.empty()
                : Optional.of(now.minus(unit.multipliedBy(Long.parseLong(digits))));
    }

    private static Optional<Instant> absolute(String text, Instant now) {
        if (text.equalsIgnoreCase("now")) {
            return Optional.of(now);
        }
        try {
            return Optional.of(read(text.toUpperCase(Locale.ROOT)));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static Instant read(String text) {
        int clock = text.indexOf('T');
        if (clock < 0) {
            return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        boolean zoned = text.endsWith("Z") || text.indexOf('+', clock) > 0 || text.indexOf('-', clock) > 0;
        return zoned
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }
}
