package dev.auditlog.query;

import dev.auditlog.query.Condition.Range;
import dev.auditlog.query.QuerySyntaxException.Fault;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads numbers and what may stand before them: {@code 500}, {@code >=500}, {@code 400..499}. */
final class RangeReader {

    private static final String STATUS =
            "a status of three digits, such as 404; >=500, >399, <=299, <400; 400..499 (both included); 4xx";
    private static final String DURATION = "a number with a unit (us, ms, s, m, h), such as 250ms or 1.5s; >1s, >=1s, "
            + "<1s, <=1s; 100ms..1s (both included)";
    private static final int STATUS_DIGITS = 3;
    private static final int MAX_DIGITS = 9;
    private static final Map<String, Long> MICROS =
            Map.of("us", 1L, "µs", 1L, "ms", 1_000L, "s", 1_000_000L, "m", 60_000_000L, "h", 3_600_000_000L);

    private RangeReader() {}

    /** Reads a status, a range of them, or its first digits. */
    static Range status(TermValue value) {
        String text = value.text().toLowerCase(Locale.ROOT);
        boolean class1 = !value.prefix() && text.length() == STATUS_DIGITS && text.endsWith("xx");
        Optional<Range> found = class1 || value.prefix()
                ? statusPrefix(class1 ? text.substring(0, 1) : text)
                : range(text, RangeReader::statusNumber);
        return found.orElseThrow(() -> bad(Qualifier.STATUS, STATUS, value));
    }

    /** Reads a duration or a range of them; the result is in microseconds. */
    static Range duration(TermValue value) {
        Optional<Range> found =
                value.prefix() ? Optional.empty() : range(value.text().toLowerCase(Locale.ROOT), RangeReader::micros);
        return found.orElseThrow(() -> bad(Qualifier.DURATION, DURATION, value));
    }

    private static QuerySyntaxException bad(Qualifier qualifier, String allowed, TermValue value) {
        return QueryMessages.badValue(qualifier.word(), allowed, Fault.at(value.position(), value.shown(), allowed));
    }

    private static Optional<Range> range(String text, Function<String, Optional<Long>> number) {
        int dots = text.indexOf("..");
        if (dots >= 0) {
            Optional<Long> low = number.apply(text.substring(0, dots));
            return low.flatMap(l -> number.apply(text.substring(dots + 2))
                    .filter(high -> l <= high)
                    .map(high -> new Range(l, high)));
        }
        if (text.startsWith(">=")) {
            return number.apply(text.substring(2)).map(n -> new Range(n, Long.MAX_VALUE));
        }
        if (text.startsWith("<=")) {
            return number.apply(text.substring(2)).map(n -> new Range(0, n));
        }
        if (text.startsWith(">")) {
            return number.apply(text.substring(1)).map(n -> new Range(n + 1, Long.MAX_VALUE));
        }
        if (text.startsWith("<")) {
            return number.apply(text.substring(1)).map(n -> new Range(0, n - 1));
        }
        return number.apply(text).map(n -> new Range(n, n));
    }

    private static Optional<Range> statusPrefix(String digits) {
        if (!areDigits(digits) || digits.length() > STATUS_DIGITS || digits.startsWith("0")) {
            return Optional.empty();
        }
        long low = Long.parseLong(digits);
        long width = 1;
        for (int i = digits.length(); i < STATUS_DIGITS; i++) {
            low *= 10;
            width *= 10;
        }
        return Optional.of(new Range(low, low + width - 1));
    }

    private static Optional<Long> statusNumber(String text) {
        boolean valid = areDigits(text) && text.length() == STATUS_DIGITS && !text.startsWith("0");
        return valid ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    private static Optional<Long> micros(String text) {
        int unit = text.length();
        while (unit > 0 && Character.isLetter(text.charAt(unit - 1))) {
            unit--;
        }
        Long factor = MICROS.get(text.substring(unit));
        String number = text.substring(0, unit);
        int point = number.indexOf('.');
        String whole = point < 0 ? number : number.substring(0, point);
        boolean valid = areDigits(whole) && (point < 0 || areDigits(number.substring(point + 1)));
        if (factor == null || !valid) {
            return Optional.empty();
        }
        return Optional.of(
                new BigDecimal(number).multiply(BigDecimal.valueOf(factor)).longValue());
    }

    private static boolean areDigits(String text) {
        return !text.isEmpty() && text.length() <= MAX_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
