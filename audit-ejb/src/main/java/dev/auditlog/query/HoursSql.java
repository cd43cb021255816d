package dev.auditlog.query;

import dev.auditlog.hours.WeekHours;
import java.time.Duration;
import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Objects;

/**
 * Writes hours as arithmetic on the time of an event, which every database does alike: none of them is asked for a zone.
 * The changes of the clock within the query's range stand in the statement, so each event is judged by the clock that
 * showed when it happened. What is later than a year from now is judged by the clock of then: nobody knows its rules.
 */
final class HoursSql {

    private static final Duration FORESEEN = Duration.ofDays(365);
    private static final int MONDAY = 4 * WeekHours.DAY; // 1970 began on a Thursday

    private HoursSql() {}

    static void add(SqlText sql, WeekHours hours, EventQuery query) {
        String second = second(hours, query);
        sql.add("(mod(" + second + ", " + WeekHours.DAY + ") < " + hours.seconds());
        if (!hours.isDaily()) {
            sql.add(" and mod(" + second + ", " + WeekHours.WEEK + ") < " + hours.days() * WeekHours.DAY);
        }
        sql.add(")");
    }

    /** Seconds since the first of these hours in some week before 1970, so that they are never negative. */
    private static String second(WeekHours hours, EventQuery query) {
        int first = hours.firstDay() * WeekHours.DAY + hours.startSecond();
        int shift = Math.floorMod(-MONDAY - first, WeekHours.WEEK) + WeekHours.WEEK;
        return "time_us / 1000000 + " + shifted(hours, query, shift);
    }

    /** Numbers of ours, not bound values: Derby knows no type for those alone in a case. */
    private static String shifted(WeekHours hours, EventQuery query, int shift) {
        ZoneRules rules = hours.zone().getRules();
        Instant from = Objects.requireNonNullElse(query.from(), Instant.EPOCH);
        Instant end = end(query);
        StringBuilder cases = new StringBuilder();
        ZoneOffsetTransition next = rules.nextTransition(from);
        while (next != null && next.getInstant().isBefore(end)) {
            cases.append(" when time_us < ")
                    .append(EventSql.micros(next.getInstant()))
                    .append(" then ")
                    .append(shift + next.getOffsetBefore().getTotalSeconds());
            next = rules.nextTransition(next.getInstant());
        }
        int last = shift + (next == null ? rules.getOffset(end) : next.getOffsetBefore()).getTotalSeconds();
        return cases.isEmpty() ? String.valueOf(last) : "case" + cases + " else " + last + " end";
    }

    private static Instant end(EventQuery query) {
        Instant foreseen = Instant.now().plus(FORESEEN);
        Instant to = query.to();
        return to == null || to.isAfter(foreseen) ? foreseen : to;
    }
}
