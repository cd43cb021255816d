package dev.auditlog.bench.seed;

import dev.auditlog.event.Source;
import java.util.ArrayList;
import java.util.List;

/** What goes wrong on a day: somebody tries passwords, and now and then an application is away for some minutes. */
record Incidents(List<Burst> bursts, List<Outage> outages) {

    private static final int MOST_BURSTS = 4;
    private static final double BURST_SHARE = 0.012;
    private static final double OUTAGE_CHANCE = 0.3;
    private static final long MICROS_PER_MINUTE = 60_000_000;
    private static final List<String> APPLICATIONS = List.of(Deed.ORDERS, Deed.CRM, Deed.BILLING, Deed.PORTAL);

    /**
     * Sign-ins that fail, one after the other.
     *
     * @param from microseconds since 1970
     * @param length in microseconds
     * @param count how many
     * @param source from where
     */
    record Burst(long from, long length, int count, Source source) {}

    /** An application that answers little; times in microseconds since 1970. */
    record Outage(String application, long from, long to) {

        boolean hits(String other, long time) {
            return time >= from && time < to && application.equals(other);
        }
    }

    static Incidents of(long from, long to, int events, Dice dice) {
        List<Burst> bursts = new ArrayList<>();
        int count = dice.between(1, MOST_BURSTS);
        for (int i = 0; i < count; i++) {
            long length = Math.min(to - from, minutes(dice.between(1, 12)));
            int tries = (int) (events * BURST_SHARE * dice.unit());
            Source source = dice.chance(0.25) ? Networks.outside(dice) : Networks.stranger(dice);
            bursts.add(new Burst(from + dice.below(to - from - length + 1), length, tries, source));
        }
        List<Outage> outages = new ArrayList<>();
        if (dice.chance(OUTAGE_CHANCE)) {
            long start = from + dice.below(to - from);
            outages.add(new Outage(dice.pick(APPLICATIONS), start, start + minutes(dice.between(5, 20))));
        }
        return new Incidents(bursts, outages);
    }

    private static long minutes(int count) {
        return count * MICROS_PER_MINUTE;
    }

    boolean isAway(String application, long time) {
        for (Outage outage : outages) {
            if (outage.hits(application, time)) {
                return true;
            }
        }
        return false;
    }
}
