package dev.auditlog.query;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * SQL of the table {@code audit_count}. What many events share is counted by hours and by days, what few share (actors,
 * networks) by days only: by hours that would be nearly as many rows as there are events.
 */
final class RollUpSql {

    static final int HOURS_OF_DAY = 24;
    static final long HOUR_MICROS = 3_600_000_000L;
    static final long DAY_MICROS = HOURS_OF_DAY * HOUR_MICROS;

    /** Number of each kind in the table, never used for anything else. That of outcomes has no value of its own. */
    private static final Map<Facet, Integer> NUMBERS = Map.of(
            Facet.OUTCOME, 0,
            Facet.OPERATION, 1,
            Facet.ACTIVITY, 2,
            Facet.TARGET, 3,
            Facet.GROUP, 4,
            Facet.STATUS, 5,
            Facet.ACTOR, 6,
            Facet.IP, 7);

    private static final List<Facet> BY_DAYS_ONLY = List.of(Facet.ACTOR, Facet.IP);

    private RollUpSql() {}

    /** Whether there are numbers for hours. */
    static boolean isHourly(Facet facet) {
        return !BY_DAYS_ONLY.contains(facet);
    }

    /** The number in the column {@code field}. */
    static int field(Facet facet, boolean days) {
        int number = NUMBERS.get(facet == Facet.APPLICATION ? Facet.OUTCOME : facet);
        return 2 * number + (days ? 1 : 0);
    }

    /** Rows of field, hour, value, application, outcome and count, of a chain's events after one number to another one. */
    static SqlText counted(String chain, long after, long to) {
        SqlText sql = new SqlText().add("select f, h, v, application, outcome, count(*) from (");
        String union = "";
        for (Facet facet : NUMBERS.keySet().stream().sorted().toList()) {
            for (boolean days : isHourly(facet) ? List.of(false, true) : List.of(true)) {
                sql.add(union)
                        .add(one(facet, days))
                        .add(" from audit_event where chain = ")
                        .bind(chain);
                sql.add(" and seq > ").bind(after).add(" and seq <= ").bind(to);
                union = " union all ";
            }
        }
        return sql.add(") counted where v is not null group by f, h, v, application, outcome");
    }

    private static String one(Facet facet, boolean days) {
        String hour = days ? "time_us / " + DAY_MICROS + " * " + HOURS_OF_DAY : "time_us / " + HOUR_MICROS;
        return "select " + field(facet, days) + " as f, " + hour + " as h, " + value(facet)
                + " as v, application, outcome";
    }

    private static String value(Facet facet) {
        return switch (facet) {
            case OUTCOME -> "cast('-' as varchar(255))";
            case STATUS -> "trim(cast(status as char(11)))";
            default -> facet.column();
        };
    }

    /** Adds what is counted to what is there, in one statement of PostgreSQL. */
    static SqlText addAll(String chain, long after, long to) {
        SqlText counted = counted(chain, after, to);
        return counted.around(
                "insert into audit_count (field, hour_number, value_text, application, outcome, events) ",
                " on conflict (field, hour_number, value_text, application, outcome)"
                        + " do update set events = audit_count.events + excluded.events");
    }

    /** Sums of a time, by columns of the table; for the terms of a query, which may ask for nothing but its columns. */
    static SqlText sums(String columns, Collection<Integer> fields, HourRange hours) {
        String numbers = fields.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return new SqlText()
                .add("select " + columns + ", sum(events) from audit_count where field in (" + numbers
                        + ") and hour_number >= ")
                .bind(hours.from())
                .add(" and hour_number < ")
                .bind(hours.to());
    }

    /** Whole hours since 1970 UTC, the last one exclusive. */
    record HourRange(int from, int to) {

        boolean isEmpty() {
            return from >= to;
        }
    }
}
