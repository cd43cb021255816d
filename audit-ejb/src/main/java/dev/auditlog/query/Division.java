package dev.auditlog.query;

import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Into how many parts a time range is divided, each as long as a clock or a calendar has it.
 *
 * @param zone whose clock and calendar
 * @param wanted so many parts, or as near to it as there is a width for
 * @param most never more; {@code wanted} to {@value #MAX}
 */
public record Division(ZoneId zone, int wanted, int most) {

    /** Parts at most. */
    public static final int MAX = 1_000;

    /** Refuses numbers out of bounds. */
    public Division {
        if (wanted < 1 || most < wanted || most > MAX) {
            throw new IllegalArgumentException(
                    "wanted = " + wanted + ", most = " + most + "; allowed: 1 to " + MAX + ", most not below wanted");
        }
    }

    /** As many parts as there can be up to a number. */
    public static Division atMost(int parts, ZoneId zone) {
        return new Division(zone, parts, parts);
    }

    /** About as many parts, at most half as many more. */
    public static Division about(int parts, ZoneId zone) {
        return new Division(zone, parts, parts + parts / 2 + 2); // and one at each end, which the range cuts
    }

    /** A width with its borders around a time. */
    record Parts(BarWidth width, List<Long> borders) {

        int number() {
            return borders.size() - 1;
        }
    }

    /** The width that comes nearest, with its borders around a time in microseconds; one part where even that is too many. */
    Parts of(long from, long to) {
        Parts best = null;
        for (BarWidth width : BarWidth.LADDER) {
            long micros = width.about().dividedBy(ChronoUnit.MICROS.getDuration());
            if ((to - from) / micros <= 2L * most) { // far finer ones are not worked out
                Parts next = new Parts(width, Borders.around(from, to, width, zone));
                if (next.number() <= most && (best == null || distance(next) < distance(best))) {
                    best = next;
                }
            }
        }
        BarWidth longest = BarWidth.LADDER.get(BarWidth.LADDER.size() - 1);
        return best == null ? new Parts(longest, List.of(from, to)) : best;
    }

    /** Half as many is as far away as twice as many. */
    private double distance(Parts parts) {
        return Math.abs(Math.log((double) parts.number() / wanted));
    }
}
