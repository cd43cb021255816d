package dev.auditlog.bench.seed;

import dev.auditlog.event.AuditEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All events of a plan, day by day (UTC), each day's in the order in which the writer got them: when their calls ended.
 * Used once.
 */
public final class EventStream {

    private static final long MICROS_PER_HOUR = 3_600_000_000L;
    private static final int MOST_WAIT_MICROS = 4_000;

    private final SeedPlan plan;
    private final Dice dice;
    private final Calls calls;
    private final Map<Made.Place, Chain> chains = new HashMap<>();

    /** A stream at its start. */
    public EventStream(SeedPlan plan) {
        this.plan = plan;
        dice = new Dice(plan.seed());
        calls = new Calls(new People(plan.seed()), dice);
    }

    /** Makes all days. */
    public void forEachDay(DayTaker taker) throws Exception {
        List<Day> days = Day.of(plan);
        for (Day day : days) {
            List<Made> made = make(day);
            taker.take(day.date(), numbered(made));
        }
    }

    /** The last number of each chain so far. */
    public Map<String, Long> chains() {
        Map<String, Long> last = new TreeMap<>();
        chains.forEach((place, chain) -> last.put(place.chain(), chain.sequence));
        return last;
    }

    private List<Made> make(Day day) {
        List<Made> made = new ArrayList<>(day.events());
        Incidents incidents = Incidents.of(day.from(), day.to(), day.events(), dice);
        calls.begin(incidents);
        incidents.bursts().forEach(burst -> guesses(burst, made));
        long[] times = times(day, day.events() - made.size());
        Hours hours = Hours.of(day.date());
        for (int i = 0; i < times.length; i++) {
            int hour = (int) (times[i] / MICROS_PER_HOUR % 24);
            Made call = hours.isPerson(hour, dice) ? calls.byPerson(times[i]) : calls.byService(times[i]);
            made.add(call);
            if (call.nests() && i + 1 < times.length) {
                made.add(calls.within(call));
                i++; // it takes the place of the next call
            }
        }
        return made;
    }

    private void guesses(Incidents.Burst burst, List<Made> made) {
        for (int i = 0; i < burst.count(); i++) {
            made.add(calls.guess(burst.from() + dice.below(burst.length()), burst.source()));
        }
    }

    private long[] times(Day day, int count) {
        Hours hours = Hours.of(day.date());
        long midnight = day.date().atStartOfDay(ZoneOffset.UTC).toEpochSecond() * 1_000_000;
        long[] times = new long[count];
        for (int i = 0; i < count; i++) {
            long time = -1;
            while (time < day.from() || time >= day.to()) {
                time = midnight + hours.pick(dice) * MICROS_PER_HOUR + dice.below(MICROS_PER_HOUR);
            }
            times[i] = time;
        }
        Arrays.sort(times);
        return times;
    }

    private List<AuditEvent> numbered(List<Made> made) {
        made.sort(Comparator.comparingLong(Made::doneMicros));
        List<AuditEvent> events = new ArrayList<>(made.size());
        for (Made one : made) {
            Chain chain = chains.computeIfAbsent(one.place(), place -> new Chain());
            chain.sequence++;
            chain.recorded = Math.max(chain.recorded, one.doneMicros() + dice.below(MOST_WAIT_MICROS));
            events.add(one.draft()
                    .sequence(chain.sequence)
                    .recordedAt(Instant.EPOCH.plus(chain.recorded, ChronoUnit.MICROS))
                    .toEvent());
        }
        return events;
    }

    /** Takes the events of one day. */
    public interface DayTaker {

        /** Called once for each day, in their order. */
        void take(LocalDate day, List<AuditEvent> events) throws Exception;
    }

    /** Where a chain is. */
    private static final class Chain {
        private long sequence;
        private long recorded;
    }
}
