package dev.auditlog.query;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the parts of a time range begin and end: where the clock and the calendar of a zone say so. Up to an hour that is
 * wherever the local time is a multiple, so an hour that comes twice is two parts. Longer ones begin where their local time
 * comes first: a day in which the clock is set has 23 or 25 hours, and one without a midnight begins where the clock was set
 * to. ADR 0075.
 */
public final class Borders {

    private final BarWidth width;
    private final ZoneRules rules;

    private Borders(BarWidth width, ZoneId zone) {
        this.width = width;
        this.rules = zone.getRules();
    }

    /**
     * The borders that hold a time.
     *
     * @return the last one that is not after the beginning, those within, and the first one that is not before the end;
     *     ascending, without one twice
     */
    public static List<Instant> around(TimeRange range, BarWidth width, ZoneId zone) {
        return around(EventSql.micros(range.from()), EventSql.micros(range.to()), width, zone).stream()
                .map(Scale::instant)
                .toList();
    }

    /** The same in microseconds since 1970. Of an empty time too, which lies in the part that begins with it or before. */
    static List<Long> around(long from, long to, BarWidth width, ZoneId zone) {
        Borders borders = new Borders(width, zone);
        long end = Math.max(from + 1, to);
        return width.isOfTheClock() ? borders.ofTheClock(from, end) : borders.ofTheCalendar(from, end);
    }

    private List<Long> ofTheClock(long from, long to) {
        List<Long> found = new ArrayList<>();
        long border = from - over(from);
        ZoneOffsetTransition set = rules.previousTransition(Scale.instant(from + 1));
        if (set != null && isBorder(set)) {
            border = Math.max(border, micros(set));
        }
        found.add(border);
        while (border < to) {
            border = next(border);
            found.add(border);
        }
        return found;
    }

    private long next(long border) {
        long next = border + widthMicros() - over(border);
        ZoneOffsetTransition set = rules.nextTransition(Scale.instant(border));
        return set != null && isBorder(set) ? Math.min(next, micros(set)) : next;
    }

    /** How long the local time was a multiple ago. */
    private long over(long micros) {
        long offset = rules.getOffset(Scale.instant(micros)).getTotalSeconds() * 1_000_000L;
        return Math.floorMod(micros + offset, widthMicros());
    }

    private long widthMicros() {
        return width.about().dividedBy(ChronoUnit.MICROS.getDuration());
    }

    /** Whether a clock is set so that multiples lie elsewhere after it: by half an hour in hours, as on Lord Howe Island. */
    private boolean isBorder(ZoneOffsetTransition set) {
        return set.getDuration().toSeconds() * 1_000_000L % widthMicros() != 0;
    }

    private List<Long> ofTheCalendar(long from, long to) {
        List<Long> found = new ArrayList<>();
        Instant beginning = Scale.instant(from);
        LocalDateTime local = width.floor(LocalDateTime.ofInstant(beginning, rules.getOffset(beginning)));
        long border = first(local);
        found.add(border);
        while (border < to) {
            local = local.plus(width.amount(), width.unit());
            long next = first(local);
            if (next > border && next <= from) {
                found.clear(); // a clock was set back across it, and shows an earlier part for a second time
            }
            if (next > border) { // a clock can leave out a whole day
                found.add(next);
                border = next;
            }
        }
        return found;
    }

    /** When a local time is there first; where a clock leaves it out, when that is set. */
    private long first(LocalDateTime local) {
        ZoneOffsetTransition set = rules.getTransition(local);
        if (set != null && set.isGap()) {
            return micros(set);
        }
        ZoneOffset offset = set == null ? rules.getOffset(local) : set.getOffsetBefore();
        return EventSql.micros(local.toInstant(offset));
    }

    private static long micros(ZoneOffsetTransition set) {
        return EventSql.micros(set.getInstant());
    }
}
