package dev.auditlog.hours;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads hours: {@code 08-18}, {@code mon-fri/08:00-18:00@Europe/Berlin}. */
final class HoursText {

    private static final int DAYS = 7;
    private static final int HOURS = 24;
    private static final int MINUTES = 60;
    private static final List<String> NAMES = Arrays.stream(DayOfWeek.values())
            .map(day -> day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).toLowerCase(Locale.ROOT))
            .toList();

    private HoursText() {}

    /** Reads a text; empty where it cannot be read. */
    static Optional<WeekHours> read(String text) {
        int at = text.indexOf('@');
        String clock = at < 0 ? text : text.substring(0, at);
        int slash = clock.indexOf('/');
        int[] days = slash < 0 ? new int[] {0, DAYS} : days(clock.substring(0, slash));
        int[] times = times(clock.substring(slash + 1));
        Optional<ZoneId> zone = at < 0 ? Optional.of(ZoneOffset.UTC) : zone(text.substring(at + 1));
        return days.length == 0 || times.length == 0
                ? Optional.empty()
                : zone.map(z -> new WeekHours(days[0], days[1], times[0], times[1], z));
    }

    /** The first day and how many; empty where it cannot be read. */
    private static int[] days(String text) {
        String[] ends = text.toLowerCase(Locale.ROOT).split("-", -1);
        int first = NAMES.indexOf(ends[0]);
        int last = NAMES.indexOf(ends[ends.length - 1]);
        return first < 0 || last < 0 || ends.length > 2
                ? new int[0]
                : new int[] {first, Math.floorMod(last - first, DAYS) + 1};
    }

    /** The second of the day and how many; empty where it cannot be read. */
    private static int[] times(String text) {
        String[] ends = text.split("-", -1);
        int start = second(ends[0]);
        int end = second(ends[ends.length - 1]);
        return ends.length != 2 || start < 0 || end < 0 || start == WeekHours.DAY || start == end
                ? new int[0]
                : new int[] {start, end > start ? end - start : end - start + WeekHours.DAY};
    }

    /** -1 where it cannot be read. */
    private static int second(String text) {
        String[] parts = text.split(":", -1);
        int hour = number(parts[0], HOURS);
        int minute = parts.length == 1 ? 0 : number(parts[1], MINUTES - 1);
        return hour < 0 || minute < 0 || parts.length > 2 || hour == HOURS && minute > 0
                ? -1
                : (hour * MINUTES + minute) * MINUTES;
    }

    private static int number(String text, int max) {
        boolean digits = !text.isEmpty() && text.length() <= 2 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int number = digits ? Integer.parseInt(text) : max + 1;
        return number > max ? -1 : number;
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException otherSpelling) {
            return ZoneId.getAvailableZoneIds().stream()
                    .filter(name::equalsIgnoreCase)
                    .findFirst()
                    .map(ZoneId::of);
        }
    }
}
