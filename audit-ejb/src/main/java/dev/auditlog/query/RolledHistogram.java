package dev.auditlog.query;

import dev.auditlog.event.Outcome;
import dev.auditlog.store.Dialect;
import dev.auditlog.store.EventIds;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A histogram from the numbers of hours; hours in which one of its parts ends are counted from rows. */
final class RolledHistogram {

    /** Of all hours; of parts of three hours that begin at half past it is a third. */
    private static final double MOST_DIVIDED = 0.4;

    private final RolledSession session;
    private final EventQuery query;
    private final RolledQuery rolled;
    private final Scale scale;
    private final List<Map<Outcome, Long>> counts;

    RolledHistogram(RolledSession session, EventQuery query, RolledQuery rolled, Scale scale) {
        this.session = session;
        this.query = query;
        this.rolled = rolled;
        this.scale = scale;
        this.counts = scale.empty();
    }

    List<Map<Outcome, Long>> of(HourRanges ranges) {
        TreeSet<Integer> divided = divided(scale, ranges.hours());
        for (Object[] row :
                session.sums("hour_number, outcome", new HourRanges.Part(Span.HOUR, ranges.hours()), rolled)) {
            int hour = ((Number) row[0]).intValue();
            if (!divided.contains(hour)) {
                Map<Outcome, Long> part = counts.get(scale.bucketOf(hour * HourRange.HOUR_MICROS));
                RowCounts.add(part, Outcome.valueOf((String) row[1]), row[row.length - 1]);
            }
        }
        ranges.beside(ranges.hours()).forEach(end -> count(query.within(end), session.counts()));
        TimeRange inner = HourRanges.times(ranges.hours());
        if (!divided.isEmpty()) {
            countDivided(query.within(inner), divided);
        }
        if (!session.marks().isComplete()) {
            CountSql tails = session.counts().where(session.marks()::narrow);
            count(
                    query.within(inner),
                    divided.isEmpty() ? tails : tails.where(sql -> hours(sql, " and not ", divided)));
        }
        return counts;
    }

    private void count(EventQuery part, CountSql sql) {
        new RowCounts(session.asking().dialect(), sql, session::rows).histogram(part, scale, counts);
    }

    /** Whether most hours need no counting; where every hour or every second one does, going through all rows is simpler. */
    static boolean isWorthwhile(Scale scale, HourRange hours) {
        return divided(scale, hours).size() < MOST_DIVIDED * (hours.to() - hours.from());
    }

    private static TreeSet<Integer> divided(Scale scale, HourRange hours) {
        TreeSet<Integer> divided = new TreeSet<>();
        for (long border : scale.borders().subList(1, scale.buckets())) {
            int hour = (int) (border / HourRange.HOUR_MICROS);
            if (border % HourRange.HOUR_MICROS != 0 && hour >= hours.from() && hour < hours.to()) {
                divided.add(hour);
            }
        }
        return divided;
    }

    /** All of them at once where the database looks each up; another one would go through the whole range. */
    private void countDivided(EventQuery inner, TreeSet<Integer> divided) {
        if (session.asking().dialect() == Dialect.POSTGRESQL) {
            count(inner, session.counts().where(sql -> hours(sql, " and ", divided)));
            return;
        }
        divided.forEach(hour -> count(query.within(HourRanges.times(new HourRange(hour, hour + 1))), session.counts()));
    }

    private static void hours(SqlText sql, String before, TreeSet<Integer> hours) {
        String or = before + "(";
        for (int hour : hours) {
            TimeRange times = HourRanges.times(new HourRange(hour, hour + 1));
            sql.add(or)
                    .add("id >= ")
                    .bind(EventIds.lowest(times.from()).toString())
                    .add(" and id < ")
                    .bind(EventIds.lowest(times.to()).toString());
            or = " or ";
        }
        sql.add(")");
    }
}
